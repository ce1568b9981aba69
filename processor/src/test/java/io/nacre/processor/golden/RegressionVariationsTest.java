package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Losses of a squared error, a cross entropy and an absolute error, against MXNet's formulas.
class RegressionVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Regression> probes = new ArrayList<>();
    for (String kind : List.of("Linear", "Logistic", "MAE")) {
      for (double scale : new double[] {1, 0.3}) {
        for (List<Integer> sample :
            List.of(List.of(1), List.of(7), List.of(3, 4), List.of(2, 3, 2), List.of(1, 1))) {
          probes.add(new Regression(kind, scale, sample, Optional.empty()));
          probes.add(new Regression(kind, scale, sample, Optional.of(sample)));
        }
        probes.add(new Regression(kind, scale, List.of(1), Optional.of(List.of())));
      }
    }
    return Probes.tests("Regressions", probes);
  }

  private record Regression(
      String kind, double scale, List<Integer> sample, Optional<List<Integer>> label)
      implements Probe {

    @Override
    public String annotation() {
      return "@%sRegressionOutput(gradScale = %s)".formatted(kind, scale);
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
      double[] y = outcome.x().clone();
      if (kind.equals("Logistic")) {
        Arrays.setAll(y, i -> 1 / (1 + Math.exp(-outcome.x()[i])));
      }
      assertClose(y, outcome.y(), kind.equals("Logistic") ? 1e-15 : 0, "y");
      double[] dx = new double[y.length];
      for (int i = 0; i < dx.length; i++) {
        double error = y[i] - outcome.label()[i];
        dx[i] = (kind.equals("MAE") ? Math.signum(error) : error) * scale;
        dx[i] /= new Grid(sample).count();
      }
      assertClose(dx, outcome.dx(), 1e-14, "dx");
    }
  }
}
