package io.nacre.processor.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.ReadModel;
import io.nacre.processor.resolve.ModelApi.Feed;
import io.nacre.processor.resolve.ModelApi.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelApiBuilderTest {
  @Test
  void inputsThenLabels() {
    ModelApi api =
        api(
            """
            @Model interface M {
              @Label Symbol target();
              @Input(value = 3, gradient = true) Symbol data();
              @Parameter Symbol scale();
              @FullyConnected(units = 2) Symbol fc(Symbol data);
              @Output @SoftmaxOutput Symbol kind(Symbol fc);
              @Output @LinearRegressionOutput Symbol score(Symbol fc, Symbol target);
              @Output @Times Symbol scaled(Symbol fc, Symbol scale);
              @Variable(2) Symbol extra();
            }
            """);
    assertEquals(
        List.of(
            new Feed("data", false, true),
            new Feed("extra", false, false),
            new Feed("target", true, false),
            new Feed("kind_label", true, false)),
        api.feeds());
    assertEquals(List.of("scale", "fc_weight", "fc_bias"), api.parameters());
    assertEquals(
        List.of(new Head("kind", false), new Head("score", false), new Head("scaled", true)),
        api.heads());
    assertEquals("MGraph", api.graphName());
    assertTrue(api.symbolicBatch());
  }

  @Test
  void batch() {
    assertTrue(batchOf("@Input(3)"));
    assertTrue(batchOf("@Variable({3, 2 * BATCH})"));
    assertTrue(batchOf("@Label({})"));
    assertTrue(batchOf("@Zeros({BATCH, 3})"));
    assertTrue(batchOf("@Parameter({1, 3}) Symbol w(); @BroadcastTo(shape = {BATCH, 0})", "w"));
    assertFalse(batchOf("@Variable({3, 2})"));
    assertFalse(batchOf("@Variable"));
    assertFalse(
        api("@Model(batch = 3) interface M { @Input(3) Symbol a(); @Tanh Symbol b(Symbol a); }")
            .symbolicBatch());
  }

  @Test
  void misspeltEdgeMakesNoHead() {
    ModelApi api =
        api(
            """
            @Model interface M {
              @Input(3) Symbol data();
              @Tanh Symbol tanh1(Symbol data);
              @SoftmaxOutput Symbol out(Symbol tahn1);
            }
            """);
    assertEquals(List.of(new Head("out", false)), api.heads());
  }

  @Test
  void worstModel() {
    ModelApi api =
        api(
            """
            @Model enum M {
              A;
              @Input(3) Symbol data() { return null; }
              @Conw(filters = 3) @Tahn int tanh1(Missing data, int x) { return 0; }
              @Conv(filters = NONE, kernel = 3) Symbol conv1(Symbol conv1, @From(NAME) Symbol y) {
                return null;
              }
              @SoftmaxOutput Symbol out(Symbol conv2) { return null; }
              @SoftmaxOutput Symbol out(Symbol conv2, Symbol b, Symbol c) { return null; }
            }
            """);
    assertEquals(
        List.of(new Feed("data", false, false), new Feed("out_label", true, false)), api.feeds());
  }

  private static boolean batchOf(String variable) {
    return batchOf(variable, "");
  }

  private static boolean batchOf(String layer, String edge) {
    return api("@Model interface M { %s Symbol a(%s); @Tanh Symbol b(Symbol a); }"
            .formatted(layer, edge.isEmpty() ? "" : "Symbol " + edge))
        .symbolicBatch();
  }

  private static ModelApi api(String model) {
    return ReadModel.of(model).api();
  }
}
