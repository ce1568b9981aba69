package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.processor.golden.Trial.Given;
import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Recurrent layers of all cells, in layers and directions, with lengths and limits, against plain
/// loops and differences.
class RNNVariationsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private record Setting(
      String mode,
      int steps,
      int batch,
      int size,
      int layers,
      boolean both,
      boolean states,
      boolean lengths,
      double limit) {

    private String layer() {
      List<String> attributes =
          new ArrayList<>(List.of("mode = RNNMode." + mode, "stateSize = " + size));
      attributes.add("numLayers = " + layers);
      attributes.add("bidirectional = " + both);
      attributes.add("stateOutputs = " + states);
      attributes.add("useSequenceLength = " + lengths);
      if (limit != NONE) {
        attributes.add("lstmStateClipMin = " + -limit / 2);
        attributes.add("lstmStateClipMax = " + limit);
      }
      return "@Output @RNN(%s) Symbol y(Symbol x, Symbol h%s%s);"
          .formatted(
              String.join(", ", attributes),
              mode.equals("LSTM") ? ", Symbol c" : "",
              lengths ? ", Symbol l" : "");
    }

    private Trial trial() {
      int directions = both ? 2 : 1;
      List<Given> givens = new ArrayList<>();
      givens.add(Given.of("x", steps, batch, 2));
      givens.add(Given.of("h", layers * directions, batch, size));
      if (mode.equals("LSTM")) {
        givens.add(Given.of("c", layers * directions, batch, size));
      }
      if (lengths) {
        givens.add(Given.index("l", 0, steps + 1, batch));
      }
      return new Trial(
          toString(),
          givens,
          layer(),
          in -> {
            RNNReference reference =
                new RNNReference(
                    mode, size, layers, directions,
                    lengths ? in.get("l").values() : null, -limit / 2, limit);
            List<Box> all =
                reference.run(
                    in.get("x"), in.get("y_parameters").values(), in.get("h"), in.get("c"));
            return states ? all : all.subList(0, 1);
          });
    }
  }

  @TestFactory
  Stream<DynamicTest> agree() {
    List<Setting> settings = new ArrayList<>();
    for (String mode : List.of("RNN_RELU", "RNN_TANH", "LSTM", "GRU")) {
      settings.add(new Setting(mode, 1, -1, 1, 1, false, false, false, NONE));
      settings.add(new Setting(mode, 4, -1, 3, 1, false, true, false, NONE));
      settings.add(new Setting(mode, 3, 2, 3, 2, true, true, false, NONE));
      settings.add(new Setting(mode, 4, -2, 2, 1, true, true, true, NONE));
      settings.add(new Setting(mode, 3, -1, 2, 3, false, false, true, NONE));
    }
    settings.add(new Setting("LSTM", 4, -1, 3, 1, false, true, false, 0.3));
    settings.add(new Setting("LSTM", 3, -1, 3, 2, true, true, true, 0.2));
    return Trials.tests("RNN", settings.stream().map(Setting::trial).toList());
  }

  @Test
  void dropsBetweenLayersInTrainingOnly() {
    String model =
        """
        package trials;
        import static io.nacre.annotations.Symbol.BATCH;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
          @Variable({2, BATCH, 3}) Symbol x();
          @Variable({2, BATCH, 40}) Symbol h();
          @RNN(mode = RNNMode.RNN_RELU, stateSize = 40, numLayers = 2%s)
          Symbol y(Symbol x, Symbol h);
        }
        """;
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("trials.Kept", model.formatted("Kept", ""));
    sources.put("trials.Dropped", model.formatted("Dropped", ", p = 0.5"));
    ModelBatch batch = ModelBatch.compile(sources);
    OptionalInt n = OptionalInt.of(5);
    try (BoundModel kept = BoundModel.bind(batch.graph("trials.Kept"), Device.cpu(), n);
        BoundModel dropped = BoundModel.bind(batch.graph("trials.Dropped"), Device.cpu(), n)) {
      Example example = Example.of(kept, 5, 1);
      kept.setParameters(example.parameters());
      dropped.setParameters(example.parameters());
      double[] all = kept.forward(example.feeds()).get("y_output");
      assertArrayEquals(all, dropped.infer(example.feeds()).get("y_output"));
      double[] some = dropped.forward(example.feeds()).get("y_output");
      double[] others = dropped.forward(example.feeds()).get("y_output");
      assertTrue(!Arrays.equals(all, some), "the second layer reads less");
      assertTrue(!Arrays.equals(some, others), "and something else each time");
      // dropped, or twice as much: what the second layer reads stays the same in the mean
      double mean = Arrays.stream(some).sum() / Arrays.stream(all).sum();
      assertEquals(1, mean, 0.3);
    }
  }

  @Test
  void aCellStateThatIsNotANumberStaysUnlessItIsLimited() {
    String model =
        """
        package trials;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
          @Variable({1, 1, 1}) Symbol x();
          @Variable({1, 1, 1}) Symbol h();
          @Variable({1, 1, 1}) Symbol c();
          @Output @RNN(mode = RNNMode.LSTM, stateSize = 1, stateOutputs = true, %s)
          Symbol y(Symbol x, Symbol h, Symbol c);
        }
        """;
    String limits = "lstmStateClipMin = -2, lstmStateClipMax = 3";
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("trials.Stays", model.formatted("Stays", limits));
    sources.put("trials.Limited", model.formatted("Limited", limits + ", lstmStateClipNan = true"));
    ModelBatch batch = ModelBatch.compile(sources);
    assertEquals(Double.NaN, cell(batch.graph("trials.Stays"), Double.NaN));
    assertEquals(-2, cell(batch.graph("trials.Limited"), Double.NaN));
    for (String type : sources.keySet()) {
      assertEquals(3, cell(batch.graph(type), 1e9));
      assertEquals(-2, cell(batch.graph(type), -1e9));
    }
  }

  /// The cell state after a step from the cell state `before`.
  private static double cell(Class<?> type, double before) {
    try (BoundModel model = BoundModel.bind(type, Device.cpu(), OptionalInt.empty())) {
      model.setParameters(Example.of(model, 1, 3).parameters());
      Map<String, double[]> feeds = new LinkedHashMap<>();
      feeds.put("x", new double[] {1});
      feeds.put("h", new double[] {1});
      feeds.put("c", new double[] {before});
      return model.infer(feeds).get("y_statecell_output")[0];
    }
  }
}
