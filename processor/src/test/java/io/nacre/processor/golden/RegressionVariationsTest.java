package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Losses of the squared error, against MXNet's formula.
class RegressionVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Regression> probes = new ArrayList<>();
    for (double scale : new double[] {1, 0.3}) {
      for (List<Integer> sample :
          List.of(List.of(1), List.of(7), List.of(3, 4), List.of(2, 3, 2), List.of(1, 1))) {
        probes.add(new Regression(scale, sample, Optional.empty()));
        probes.add(new Regression(scale, sample, Optional.of(sample)));
      }
      probes.add(new Regression(scale, List.of(1), Optional.of(List.of())));
    }
    return Probes.tests("Regressions", probes);
  }

  private record Regression(double scale, List<Integer> sample, Optional<List<Integer>> label)
      implements Probe {

    @Override
    public String annotation() {
      return "@LinearRegressionOutput(gradScale = " + scale + ")";
    }

    @Override
    public double[] labels(int size, Random random) {
      return random.doubles(size, -1, 1).toArray();
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
        dx[i] = (outcome.x()[i] - outcome.label()[i]) * scale / new Grid(sample).count();
      }
      assertClose(dx, outcome.dx(), 1e-14, "dx");
    }
  }
}
