package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Losses whose gradient is a formula of MXNet's.
class LossVariationsTest {
  @TestFactory
  Stream<DynamicTest> hinges() {
    List<Hinge> probes = new ArrayList<>();
    for (List<Integer> sample : List.of(List.of(2), List.of(7), List.of(3, 4), List.of(2, 3, 5))) {
      for (boolean linear : new boolean[] {false, true}) {
        probes.add(new Hinge(1, 1, linear, sample));
        probes.add(new Hinge(0.4, 0.3, linear, sample));
      }
    }
    return Probes.tests("Hinges", probes);
  }

  @TestFactory
  Stream<DynamicTest> made() {
    List<Made> probes = new ArrayList<>();
    for (List<Integer> sample : List.of(List.<Integer>of(), List.of(1), List.of(5, 13))) {
      for (String normalization : List.of("NULL", "BATCH", "VALID")) {
        probes.add(new Made(normalization, 0.7, 0.2, sample));
        // which no number is above
        probes.add(new Made(normalization, 3, 9, sample));
      }
    }
    return Probes.tests("MadeLosses", probes);
  }

  private record Hinge(double margin, double weight, boolean linear, List<Integer> sample)
      implements Probe {

    @Override
    public String annotation() {
      return "@SVMOutput(margin = %s, regularizationCoefficient = %s, useLinear = %s)"
          .formatted(margin, weight, linear);
    }

    @Override
    public double[] labels(int size, Random random) {
      return random.ints(size, 0, sample.getLast()).asDoubleStream().toArray();
    }

    @Override
    public boolean isDifferentiable() {
      return false;
    }

    @Override
    public void check(Outcome outcome) {
      assertClose(outcome.x(), outcome.y(), 0, "y");
      double[] dx = new double[outcome.x().length];
      for (int i = 0; i < dx.length; i++) {
        double x = outcome.x()[i];
        boolean own = outcome.label()[i / sample.getLast()] == i % sample.getLast();
        double missing = Math.max(own ? margin - x : margin + x, 0);
        double sign = own ? -weight : weight;
        dx[i] = linear ? (missing > 0 ? sign : 0) : 2 * sign * missing;
      }
      assertClose(dx, outcome.dx(), 1e-14, "dx");
    }
  }

  private record Made(
      String normalization, double scale, double threshold, List<Integer> sample)
      implements Probe {

    @Override
    public String annotation() {
      return "@MakeLoss(normalization = Normalization.%s, gradScale = %s, validThresh = %s)"
          .formatted(normalization, scale, threshold);
    }

    @Override
    public boolean isDifferentiable() {
      return false;
    }

    @Override
    public void check(Outcome outcome) {
      assertClose(outcome.x(), outcome.y(), 0, "y");
      double divisor =
          switch (normalization) {
            case "BATCH" -> outcome.n();
            case "VALID" ->
                Math.max(1, Arrays.stream(outcome.x()).filter(x -> x > threshold).count());
            default -> 1;
          };
      double[] dx = new double[outcome.x().length];
      Arrays.fill(dx, scale / divisor);
      assertClose(dx, outcome.dx(), 1e-15, "dx");
    }
  }
}
