package io.nacre.processor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ReadModel;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.read.NodeDeclaration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredAttributesTest {
  @Test
  void values() {
    Attributes conv =
        attributes("@Conv(filters = 20, kernel = {3, 5}, stride = 2) Symbol n(Symbol data)");
    assertEquals(20, conv.integer("filters"));
    assertEquals(List.of(3, 5), conv.integers("kernel"));
    assertEquals(List.of(2), conv.integers("stride"));
    assertEquals(List.of(), conv.integers("pad"));
    assertFalse(conv.flag("noBias"));
    assertTrue(conv.written("stride"));
    assertFalse(conv.written("pad"));
    assertEquals("@Conv", conv.kind());
  }

  @Test
  void places() {
    Attributes conv = attributes("@Conv(filters = 20, kernel = {3, 5}) Symbol n(Symbol data)");
    assertTrue(conv.place("kernel", 1).isPresent());
    assertEquals(Optional.empty(), conv.place("kernel", 2));
    assertEquals(Optional.empty(), conv.place("pad", 0));
    assertEquals(conv.place("pad"), conv.place("stride"));
  }

  @Test
  void descriptions() {
    assertEquals(
        "@Conv(filters = 20, kernel = 5)",
        attributes("@Conv(filters = 2 * 10, kernel = {5}) Symbol n(Symbol data)").description());
    assertEquals(
        "@Conv(kernel = {3, 5}, filters = 20, noBias = true)",
        attributes("@Conv(kernel = {3, 5}, filters = 20, noBias = true) Symbol n(Symbol data)")
            .description());
    assertEquals("@Tanh", attributes("@Tanh Symbol n(Symbol data)").description());
    assertEquals(
        "@Activation(TANH)",
        attributes("@Activation(ActivationType.TANH) Symbol n(Symbol data)").description());
    assertEquals(
        "@Variable({35, BATCH, 2 * BATCH})",
        attributes("@Variable({35, BATCH, 2 * BATCH}) Symbol n()").description());
    assertEquals("@Input({})", attributes("@Input({}) Symbol n()").description());
  }

  @Test
  void unknownAttributeIsAMistakeOfOurs() {
    Attributes tanh = attributes("@Tanh Symbol n(Symbol data)");
    assertThrows(IllegalArgumentException.class, () -> tanh.integer("units"));
  }

  private static Attributes attributes(String node) {
    NodeDeclaration read =
        ReadModel.of("@Model interface M { %s; }".formatted(node)).declaration().nodes().get(0);
    return new DeclaredAttributes(read.layer());
  }
}
