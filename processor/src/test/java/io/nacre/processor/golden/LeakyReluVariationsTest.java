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

/// Rectifiers that let negative numbers through, against formulas and differences.
class LeakyReluVariationsTest {
  private static final double LAMBDA = 1.0507009873554805;
  private static final double ALPHA = 1.6732632423543772;

  private static final Map<String, DoubleUnaryOperator> NEGATIVE =
      Map.of(
          "@LeakyRelu", x -> 0.25 * x,
          "@LeakyRelu(slope = -0.5)", x -> -0.5 * x,
          "@LeakyRelu(type = LeakyReluType.ELU)", x -> 0.25 * Math.expm1(x),
          "@Elu(slope = 1.5)", x -> 1.5 * Math.expm1(x),
          "@LeakyRelu(type = LeakyReluType.SELU)", x -> LAMBDA * ALPHA * Math.expm1(x),
          "@Selu", x -> LAMBDA * ALPHA * Math.expm1(x));

  @TestFactory
  Stream<DynamicTest> agree() {
    List<Leaky> probes = new ArrayList<>();
    for (List<Integer> sample :
        List.of(List.<Integer>of(), List.of(1), List.of(5), List.of(3, 23), List.of(2, 3, 4))) {
      for (double range : new double[] {1, 1000}) {
        for (String annotation : NEGATIVE.keySet().stream().sorted().toList()) {
          probes.add(new Leaky(annotation, sample, range));
        }
        probes.add(new Leaky("@PRelu", sample, range));
        probes.add(new Leaky("@LeakyRelu(type = LeakyReluType.PRELU)", sample, range));
      }
    }
    return Probes.tests("Leaky", probes);
  }

  private record Leaky(String annotation, List<Integer> sample, double range) implements Probe {

    /// Numbers away from 0, where there is a kink.
    @Override
    public double[] data(int size, Random random) {
      return random.doubles(size, -range, range).map(x -> x + Math.copySign(0.01, x)).toArray();
    }

    @Override
    public void check(Outcome outcome) {
      int channels = sample.isEmpty() ? 1 : sample.getFirst();
      int inner = new Grid(sample).count() / channels;
      if (outcome.gamma() != null) {
        assertEquals(channels, outcome.gamma().length);
      }
      for (int i = 0; i < outcome.x().length; i++) {
        double x = outcome.x()[i];
        double positive = annotation.toUpperCase().contains("SELU") ? LAMBDA * x : x;
        double y =
            x > 0
                ? positive
                : outcome.gamma() != null
                    ? outcome.gamma()[i / inner % channels] * x
                    : NEGATIVE.get(annotation).applyAsDouble(x);
        assertEquals(y, outcome.y()[i], 1e-14 * Math.max(1, Math.abs(y)), "of " + x);
      }
    }
  }
}
