package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rectifiers with random slopes: between the bounds in training, in the middle for a prediction.
class RandomSlopesTest {
  private static final int N = 400;
  private static final ModelBatch MODELS =
      ModelBatch.compile(
          Map.of("probes.Wide", source("Wide", 0.1, 0.5), "probes.Fixed", source("Fixed", 0.2, 0.2)));

  private static String source(String type, double lower, double upper) {
    return """
        package probes;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
          @Input(value = 7, dtype = DataType.FLOAT64, gradient = true) Symbol x();
          @LeakyRelu(type = LeakyReluType.RRELU, lowerBound = %s, upperBound = %s)
          Symbol y(Symbol x);
        }
        """
        .formatted(type, lower, upper);
  }

  private static BoundModel bind(String type) {
    return BoundModel.bind(MODELS.graph("probes." + type), Device.cpu(), OptionalInt.of(N));
  }

  private static double[] data() {
    return new Random(2).doubles(7 * N, -2, 1).toArray();
  }

  @Test
  void slopesAreBetweenTheBoundsAndThoseOfTheGradient() {
    double[] x = data();
    double[] dy = new double[x.length];
    Arrays.fill(dy, 1);
    try (BoundModel model = bind("Wide")) {
      double[] y = model.forward(Map.of("x", x)).get("y_output");
      model.backward(Map.of("y_output", dy));
      double[] slopes = model.gradients().get("x");
      double sum = 0;
      int negative = 0;
      for (int i = 0; i < x.length; i++) {
        assertEquals(x[i] * slopes[i], y[i], 1e-15);
        if (x[i] > 0) {
          assertEquals(1, slopes[i]);
        } else {
          assertTrue(slopes[i] >= 0.1 && slopes[i] < 0.5, "slope " + slopes[i]);
          sum += slopes[i];
          negative++;
        }
      }
      // evenly: four standard deviations of the mean, (upper - lower) / sqrt(12 n)
      assertEquals(0.3, sum / negative, 4 * 0.4 / Math.sqrt(12.0 * negative));
      double[] again = model.forward(Map.of("x", x)).get("y_output");
      assertNotEquals(Arrays.toString(y), Arrays.toString(again), "other slopes in each step");
    }
  }

  @Test
  void predictionsTakeTheMiddle() {
    double[] x = data();
    try (BoundModel model = bind("Wide")) {
      double[] y = model.infer(Map.of("x", x)).get("y_output");
      for (int i = 0; i < x.length; i++) {
        assertEquals(x[i] > 0 ? x[i] : 0.3 * x[i], y[i], 1e-15);
      }
    }
  }

  @Test
  void equalBoundsAreAFixedSlope() {
    double[] x = data();
    try (BoundModel model = bind("Fixed")) {
      double[] y = model.forward(Map.of("x", x)).get("y_output");
      for (int i = 0; i < x.length; i++) {
        assertEquals(x[i] > 0 ? x[i] : 0.2 * x[i], y[i], 1e-15);
      }
    }
  }
}
