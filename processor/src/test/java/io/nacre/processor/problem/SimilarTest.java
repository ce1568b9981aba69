package io.nacre.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarTest {
  private static final List<String> NAMES = List.of("data", "conv1", "conv2", "pool1");

  @Test
  void nearest() {
    assertEquals(Optional.of("conv1"), Similar.to("cnov1", NAMES));
    assertEquals(Optional.of("data"), Similar.to("DATA", NAMES));
    assertEquals(Optional.of("pool1"), Similar.to("pol1", NAMES));
  }

  @Test
  void nothingNear() {
    assertEquals(Optional.empty(), Similar.to("softmax", NAMES));
    assertEquals("", Similar.hint("x", NAMES));
  }

  @Test
  void firstOfEquallyNear() {
    assertEquals("did you mean conv1?", Similar.hint("conv3", NAMES));
  }

  @Test
  void longListsAreCut() {
    List<String> many = IntStream.range(0, 15).mapToObj(i -> "n" + i).toList();
    assertEquals("n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11 and 3 more", Similar.list(many));
  }

  @Test
  void distance() {
    assertEquals(0, Similar.distance("fc1", "fc1"));
    assertEquals(1, Similar.distance("fc1", "cf1"));
    assertEquals(3, Similar.distance("", "fc1"));
  }
}
