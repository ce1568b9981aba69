package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        probes.add(new Leaky("@Gelu", sample, range));
        probes.add(new Leaky("@LeakyRelu(type = LeakyReluType.GELU)", sample, range));
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
        double y = x > 0 ? positive(x) : negative(x, outcome.gamma(), i / inner % channels);
        assertEquals(y, outcome.y()[i], 1e-14 * Math.max(1, Math.abs(y)), "of " + x);
      }
    }

    private double positive(double x) {
      String name = annotation.toUpperCase(Locale.ROOT);
      return name.contains("SELU") ? LAMBDA * x : name.contains("GELU") ? gelu(x) : x;
    }

    private double negative(double x, double[] gamma, int channel) {
      if (gamma != null) {
        return gamma[channel] * x;
      }
      return NEGATIVE.getOrDefault(annotation, Leaky::gelu).applyAsDouble(x);
    }

    /// `x (1 / 2 + e^(-x^2 / 2) / sqrt(2 pi) * sum over k of x^(2k+1) / (1 * 3 * ... * (2k+1)))`
    private static double gelu(double x) {
      if (Math.abs(x) > 9) {
        return Math.max(x, 0);
      }
      double sum = 0;
      double term = x;
      for (int k = 1; sum + term != sum; k++) {
        sum += term;
        term *= x * x / (2 * k + 1);
      }
      return x * (0.5 + Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum);
    }
  }
}
