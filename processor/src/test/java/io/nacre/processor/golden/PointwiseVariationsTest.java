package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Functions of one element and operators on a node and itself, against formulas and differences.
class PointwiseVariationsTest {
  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.of(
          "RELU", x -> Math.max(x, 0),
          "SIGMOID", x -> 1 / (1 + Math.exp(-x)),
          "TANH", Math::tanh,
          "SOFTRELU", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
          "SOFTSIGN", x -> x / (1 + Math.abs(x)));

  private static final Map<String, String> SHORT =
      Map.of(
          "RELU", "@Relu",
          "SIGMOID", "@Sigmoid",
          "TANH", "@Tanh",
          "SOFTRELU", "@SoftRelu",
          "SOFTSIGN", "@SoftSign");

  /// Layers with numbers as attributes.
  private static final Map<String, DoubleUnaryOperator> SCALED =
      Map.of(
          "@Clip(min = -0.5, max = 0.75)", x -> Math.clamp(x, -0.5, 0.75),
          "@HardSigmoid", x -> Math.clamp(0.2 * x + 0.5, 0, 1),
          "@HardSigmoid(alpha = -0.03, beta = 0.25)", x -> Math.clamp(-0.03 * x + 0.25, 0, 1));

  @TestFactory
  Stream<DynamicTest> agree() {
    List<Pointwise> probes = new ArrayList<>();
    for (List<Integer> sample : List.of(List.<Integer>of(), List.of(1), List.of(3, 23))) {
      for (double range : new double[] {1, 30}) {
        FUNCTIONS.forEach(
            (name, function) -> {
              String full = "@Activation(ActivationType." + name + ")";
              probes.add(new Pointwise(full, false, sample, range, function));
              probes.add(new Pointwise(SHORT.get(name), false, sample, range, function));
            });
      }
      for (double range : new double[] {1, 30}) {
        SCALED.forEach(
            (layer, function) ->
                probes.add(new Pointwise(layer, false, sample, range, function)));
      }
      probes.add(new Pointwise("@Plus", true, sample, 1, x -> x + x));
      probes.add(new Pointwise("@Minus", true, sample, 1, x -> 0));
      probes.add(new Pointwise("@Times", true, sample, 1, x -> x * x));
      probes.add(new Pointwise("@Div", true, sample, 1, x -> 1));
      probes.add(new Pointwise("@Flatten", false, sample, 1, x -> x));
    }
    return Probes.tests("Pointwise", probes);
  }

  private record Pointwise(
      String annotation,
      boolean twice,
      List<Integer> sample,
      double range,
      DoubleUnaryOperator function)
      implements Probe {

    /// Numbers away from 0, where some functions have a kink.
    @Override
    public double[] data(int size, Random random) {
      return random
          .doubles(size, -range, range)
          .map(x -> x + Math.copySign(0.01, x))
          .toArray();
    }

    @Override
    public void check(Outcome outcome) {
      assertEquals(outcome.x().length, outcome.y().length);
      for (int i = 0; i < outcome.x().length; i++) {
        double y = function.applyAsDouble(outcome.x()[i]);
        assertEquals(y, outcome.y()[i], 1e-14 * Math.max(1, Math.abs(y)), "of " + outcome.x()[i]);
      }
    }
  }
}
