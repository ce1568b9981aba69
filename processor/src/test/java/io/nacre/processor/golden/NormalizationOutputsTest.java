package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The means and deviations that normalizations give as further outputs, which have no gradients.
class NormalizationOutputsTest {
  private static final String SOURCE =
      """
      package probes;
      import io.nacre.annotations.*;
      @Model
      public interface Moments {
        @Input(value = {4, 5}, dtype = DataType.FLOAT64, gradient = true) Symbol x();
        @Output @LayerNorm(outputMeanVar = true, eps = 0.5) Symbol layer(Symbol x);
        @Output @GroupNorm(outputMeanVar = true, numGroups = 2, eps = 0.5) Symbol group(Symbol x);
      }
      """;

  @Test
  void areMeanAndDeviation() {
    ModelBatch batch = ModelBatch.compile(Map.of("probes.Moments", SOURCE));
    Random random = new Random(4);
    double[] x = random.doubles(2 * 4 * 5, -1, 1).toArray();
    try (BoundModel model =
        BoundModel.bind(batch.graph("probes.Moments"), Device.cpu(), OptionalInt.of(2))) {
      Example example = Example.of(model, 2, 1);
      example.give(model);
      Map<String, double[]> heads = model.forward(Map.of("x", x));
      assertEquals(
          List.of(
              "layer_output", "layer_mean", "layer_std",
              "group_output", "group_mean", "group_std"),
          List.copyOf(heads.keySet()));
      check(new AxisGroups(List.of(2, 4, 5), List.of(2)), x, heads, "layer");
      check(new AxisGroups(List.of(2, 2, 10), List.of(2)), x, heads, "group");
      model.backward(
          Map.of(
              "layer_output", new double[40],
              "layer_mean", random.doubles(8).toArray(),
              "layer_std", random.doubles(8).toArray(),
              "group_output", new double[40],
              "group_mean", random.doubles(4).toArray(),
              "group_std", random.doubles(4).toArray()));
      assertArrayEquals(new double[40], model.gradients().get("x"));
    }
  }

  private static void check(
      AxisGroups rows, double[] x, Map<String, double[]> heads, String node) {
    List<double[]> values =
        rows.all().stream().map(row -> AxisGroups.values(x, row)).toList();
    double[] means = values.stream().mapToDouble(NormalizationOutputsTest::mean).toArray();
    double[] deviations =
        values.stream().mapToDouble(NormalizationOutputsTest::deviation).toArray();
    assertClose(means, heads.get(node + "_mean"), 1e-14, node);
    assertClose(deviations, heads.get(node + "_std"), 1e-14, node);
  }

  private static double mean(double[] row) {
    double sum = 0;
    for (double each : row) {
      sum += each;
    }
    return sum / row.length;
  }

  private static double deviation(double[] row) {
    double squares = 0;
    for (double each : row) {
      squares += (each - mean(row)) * (each - mean(row));
    }
    return Math.sqrt(squares / row.length + 0.5);
  }
}
