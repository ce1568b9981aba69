package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Batch normalization over all its attributes and on every axis, against the formula and central
/// differences in float64.
class BatchNormVariationsTest {
  private static final int N = 4;
  private static final double STEP = 1e-5;

  private record Case(
      List<Integer> sample, int axis, boolean fixGamma, boolean global, double eps, double momentum) {
    String text() {
      return "@BatchNorm(axis = %d, fixGamma = %s, useGlobalStats = %s, eps = %s, momentum = %s)"
          .formatted(axis, fixGamma, global, eps, momentum);
    }

    int channels() {
      return sample.get((axis < 0 ? axis + sample.size() + 1 : axis) - 1);
    }

    /// The channel of an element.
    int channel(int element) {
      int inner = 1;
      int from = axis < 0 ? axis + sample.size() + 1 : axis;
      for (int size : sample.subList(from, sample.size())) {
        inner *= size;
      }
      return element / inner % channels();
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case(List.of(5), 1, false, false, 1e-3, 0.9),
          new Case(List.of(5), -1, true, false, 0.1, 0),
          new Case(List.of(3, 4, 5), 1, false, false, 1e-5, 0.5),
          new Case(List.of(3, 4, 5), 3, false, false, 1e-3, 1),
          new Case(List.of(3, 4, 5), -2, true, false, 1e-3, 0.9),
          new Case(List.of(3, 70), 1, false, true, 1e-3, 0.9),
          new Case(List.of(2, 3, 4, 5), 1, true, true, 1e-3, 0.9));

  @TestFactory
  Stream<DynamicTest> agree() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < CASES.size(); i++) {
      sources.put("probes.BatchNorm" + i, source("BatchNorm" + i, CASES.get(i)));
    }
    ModelBatch batch = ModelBatch.compile(sources, "-Anacre.vector=off");
    return CASES.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.text() + " of " + test.sample(),
                    () -> check(test, batch.graph("probes.BatchNorm" + CASES.indexOf(test)))));
  }

  private static String source(String type, Case test) {
    String sizes = test.sample().toString().replace('[', '{').replace(']', '}');
    return """
        package probes;
        import io.nacre.annotations.*;
        @Model
        public interface %s {
          @Input(value = %s, dtype = DataType.FLOAT64, gradient = true) Symbol x();
          %s Symbol bn(Symbol x);
        }
        """
        .formatted(type, sizes, test.text());
  }

  private static void check(Case test, Class<?> type) {
    Random random = new Random(7);
    int channels = test.channels();
    int size = N * test.sample().stream().reduce(1, (a, b) -> a * b);
    double[] x = random.doubles(size, -1, 3).toArray();
    double[] dy = random.doubles(size, -1, 1).toArray();
    Map<String, double[]> parameters =
        Map.of(
            "bn_gamma", random.doubles(channels, 0.5, 2).toArray(),
            "bn_beta", random.doubles(channels, -1, 1).toArray());
    Map<String, double[]> states =
        Map.of(
            "bn_moving_mean", random.doubles(channels, -1, 1).toArray(),
            "bn_moving_var", random.doubles(channels, 0.5, 2).toArray());
    try (BoundModel model = BoundModel.bind(type, Device.cpu(2), OptionalInt.of(N))) {
      model.setParameters(parameters);
      model.setStates(states);
      double[] y = model.forward(Map.of("x", x)).get("bn_output");
      model.backward(Map.of("bn_output", dy));
      Map<String, double[]> gradients = model.gradients();
      double[] mean = means(test, x);
      double[] variance = variances(test, x, mean);
      double[] usedMean = test.global() ? states.get("bn_moving_mean") : mean;
      double[] usedVariance = test.global() ? states.get("bn_moving_var") : variance;
      double[] formula = normalized(test, x, usedMean, usedVariance, parameters);
      assertClose(formula, y, 1e-12, "y");
      double[] after = model.states().get("bn_moving_mean");
      for (int c = 0; c < channels; c++) {
        double old = states.get("bn_moving_mean")[c];
        double moved = test.momentum() * old + (1 - test.momentum()) * mean[c];
        assertEquals(test.global() ? old : moved, after[c], 1e-14);
      }
      double[] predicted = model.infer(Map.of("x", x)).get("bn_output");
      Map<String, double[]> now = model.states();
      assertClose(
          normalized(test, x, now.get("bn_moving_mean"), now.get("bn_moving_var"), parameters),
          predicted,
          1e-12,
          "infer");
      checkDirection(model, random, x, dy, gradients.get("x"));
      if (test.fixGamma()) {
        assertArrayEquals(new double[channels], gradients.get("bn_gamma"));
      } else {
        checkGamma(model, parameters, x, dy, gradients.get("bn_gamma"));
      }
      double[] sums = new double[channels];
      for (int i = 0; i < size; i++) {
        sums[test.channel(i)] += dy[i];
      }
      assertClose(sums, gradients.get("bn_beta"), 1e-12, "dbeta");
    }
  }

  private static void checkDirection(
      BoundModel model, Random random, double[] x, double[] dy, double[] dx) {
    double[] direction = random.doubles(x.length, -1, 1).toArray();
    double numeric = (value(model, x, direction, STEP, dy) - value(model, x, direction, -STEP, dy));
    double analytic = 0;
    for (int i = 0; i < x.length; i++) {
      analytic += dx[i] * direction[i];
    }
    assertEquals(numeric / (2 * STEP), analytic, 1e-7 * x.length);
  }

  private static void checkGamma(
      BoundModel model,
      Map<String, double[]> parameters,
      double[] x,
      double[] dy,
      double[] gradient) {
    for (int c = 0; c < gradient.length; c++) {
      double[] values = new double[2];
      for (int side = 0; side < 2; side++) {
        Map<String, double[]> moved = new LinkedHashMap<>(parameters);
        double[] gamma = parameters.get("bn_gamma").clone();
        gamma[c] += side == 0 ? STEP : -STEP;
        moved.put("bn_gamma", gamma);
        model.setParameters(moved);
        values[side] = value(model, x, new double[x.length], 0, dy);
      }
      model.setParameters(parameters);
      assertEquals((values[0] - values[1]) / (2 * STEP), gradient[c], 1e-7);
    }
  }

  private static double value(
      BoundModel model, double[] x, double[] direction, double step, double[] dy) {
    double[] moved = x.clone();
    for (int i = 0; i < x.length; i++) {
      moved[i] += step * direction[i];
    }
    double[] y = model.forward(Map.of("x", moved)).get("bn_output");
    double value = 0;
    for (int i = 0; i < y.length; i++) {
      value += y[i] * dy[i];
    }
    return value;
  }

  private static double[] means(Case test, double[] x) {
    double[] sums = new double[test.channels()];
    for (int i = 0; i < x.length; i++) {
      sums[test.channel(i)] += x[i];
    }
    return Arrays.stream(sums).map(sum -> sum * test.channels() / x.length).toArray();
  }

  private static double[] variances(Case test, double[] x, double[] mean) {
    double[] sums = new double[test.channels()];
    for (int i = 0; i < x.length; i++) {
      sums[test.channel(i)] += Math.pow(x[i] - mean[test.channel(i)], 2);
    }
    return Arrays.stream(sums).map(sum -> sum * test.channels() / x.length).toArray();
  }

  private static double[] normalized(
      Case test, double[] x, double[] mean, double[] variance, Map<String, double[]> parameters) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int c = test.channel(i);
      double gamma = test.fixGamma() ? 1 : parameters.get("bn_gamma")[c];
      y[i] =
          (x[i] - mean[c]) / Math.sqrt(variance[c] + test.eps()) * gamma
              + parameters.get("bn_beta")[c];
    }
    return y;
  }

  @Test
  void meanAndInverseAreOutputs() {
    ModelBatch batch =
        ModelBatch.compile(
            Map.of(
                "probes.MeanVar",
                """
                package probes;
                import io.nacre.annotations.*;
                @Model
                public interface MeanVar {
                  @Input(value = 2, dtype = DataType.FLOAT64) Symbol x();
                  @Output @BatchNorm(outputMeanVar = true, eps = 1) Symbol bn(Symbol x);
                  @Output @Plus
                  Symbol sum(@From(value = "bn", output = 1) Symbol mean,
                      @From(value = "bn", output = 2) Symbol inverse);
                }
                """));
    try (BoundModel model =
        BoundModel.bind(batch.graph("probes.MeanVar"), Device.cpu(), OptionalInt.of(2))) {
      Map<String, double[]> heads = model.forward(Map.of("x", new double[] {1, 2, 3, 2}));
      assertEquals(List.of("bn_output", "bn_mean", "bn_var", "sum_output"), List.copyOf(heads.keySet()));
      assertArrayEquals(new double[] {2, 2}, heads.get("bn_mean"));
      assertArrayEquals(new double[] {Math.sqrt(0.5), 1}, heads.get("bn_var"), 1e-15);
      assertArrayEquals(new double[] {2 + Math.sqrt(0.5), 3}, heads.get("sum_output"), 1e-15);
    }
  }
}
