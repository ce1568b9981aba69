package org.example.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.CompiledGraph;
import io.nacre.runtime.Device;
import io.nacre.runtime.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the layers compute: values by their formulas, and gradients by central differences in
/// float64.
class LayersTest {
  private static final int N = 4;
  private static final double STEP = 1e-6;
  private static final double DELTA = 0.5;
  private static final double[] DATA = new Random(1).doubles(5 * N, -2, 2).toArray();
  private static final double[] LABEL = new Random(2).doubles(3 * N, -2, 2).toArray();

  /// Weights that are as good as any, and the same in both types.
  private static void set(CompiledGraph net) {
    Random random = new Random(3);
    for (Parameter parameter : net.parameters()) {
      parameter.value().set(random.doubles(parameter.value().size(), -1, 1).toArray());
    }
  }

  private static double loss(Regression64Graph net, double[] data) {
    double[] out =
        net.forward(Regression64Graph.Data.of(data), Regression64Graph.OutLabel.of(LABEL))
            .out()
            .toDoubles();
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      double e = Math.abs(out[i] - LABEL[i]);
      sum += e <= DELTA ? e * e / 2 : DELTA * (e - DELTA / 2);
    }
    return sum;
  }

  private static Map<String, double[]> gradients(Regression64Graph net) {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    gradients.put("data", net.dataGradient().toDoubles());
    for (Parameter parameter : net.parameters()) {
      gradients.put(parameter.name(), parameter.gradient().toDoubles());
    }
    return gradients;
  }

  @Test
  void hasTheParametersOfItsLayers() {
    assertEquals(
        List.of("data", "norm_gamma", "fc_weight", "fc_bias", "out_label"),
        RegressionGraph.SPEC.listArguments());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void gradientsAreThoseOfTheLoss(int threads) {
    try (Device device = Device.cpu(threads);
        Regression64Graph net = Regression64Graph.bind(device, N)) {
      set(net);
      loss(net, DATA);
      net.backward();
      Map<String, double[]> gradients = gradients(net);
      double[] data = DATA.clone();
      assertArrayEquals(
          differences(data, () -> loss(net, data)), gradients.get("data"), 1e-8, "data");
      for (Parameter parameter : net.parameters()) {
        double[] values = parameter.value().toDoubles();
        double[] expected =
            differences(
                values,
                () -> {
                  parameter.value().set(values);
                  return loss(net, DATA);
                });
        parameter.value().set(values);
        assertArrayEquals(expected, gradients.get(parameter.name()), 1e-8, parameter.name());
      }
    }
  }

  private interface Loss {
    double of();
  }

  private static double[] differences(double[] values, Loss loss) {
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + STEP;
      double above = loss.of();
      values[i] = value - STEP;
      double below = loss.of();
      values[i] = value;
      differences[i] = (above - below) / (2 * STEP);
    }
    return differences;
  }

  @Test
  void floatsAreAsGoodAsFloatsCanBe() {
    try (Device device = Device.cpu();
        RegressionGraph net = RegressionGraph.bind(device, N);
        Regression64Graph exact = Regression64Graph.bind(device, N)) {
      set(net);
      set(exact);
      net.forward(RegressionGraph.Data.of(DATA), RegressionGraph.OutLabel.of(LABEL));
      net.backward();
      loss(exact, DATA);
      exact.backward();
      assertArrayEquals(
          exact.dataGradient().toDoubles(), net.dataGradient().toDoubles(), 1e-5);
      assertArrayEquals(
          exact.parameters().norm_gamma().gradient().toDoubles(),
          net.parameters().norm_gamma().gradient().toDoubles(),
          1e-5);
      assertArrayEquals(
          exact.infer(Regression64Graph.Data.of(DATA)).out().toDoubles(),
          net.infer(RegressionGraph.Data.of(DATA)).out().toDoubles(),
          1e-5);
    }
  }

  @Test
  void mishIsItsFormula() {
    try (Regression64Graph net = Regression64Graph.bind(Device.cpu(), N)) {
      set(net);
      net.parameters().norm_gamma().value().set(new double[5]);
      // so that fc is its bias
      double[] bias = {-1.5, 0, 2};
      net.parameters().fc_bias().value().set(bias);
      double[] expected =
          Arrays.stream(bias).map(x -> x * Math.tanh(Math.log1p(Math.exp(x)))).toArray();
      double[] act = net.infer(Regression64Graph.Data.of(DATA)).out().toDoubles();
      assertArrayEquals(expected, Arrays.copyOf(act, 3), 1e-14);
    }
  }

  @Test
  void normalizesAlongAnyAxis() {
    try (ChannelsGraph net = ChannelsGraph.bind(Device.cpu(), 1)) {
      assertEquals(List.of("image", "norm_gamma"), ChannelsGraph.SPEC.listArguments());
      net.parameters().norm_gamma().value().set(new double[] {1, 2, 3});
      double[] image = {2, 0, 1, 3, 2, 0, -1, 4, 2, 6, 1, 5};
      double[] y = net.infer(ChannelsGraph.Image.of(image)).norm().toDoubles();
      for (int place = 0; place < 4; place++) {
        double squares = 0;
        for (int channel = 0; channel < 3; channel++) {
          squares += image[4 * channel + place] * image[4 * channel + place];
        }
        for (int channel = 0; channel < 3; channel++) {
          int i = 4 * channel + place;
          assertEquals(image[i] / Math.sqrt(squares / 3) * (channel + 1), y[i], 1e-14);
        }
      }
    }
  }
}
