package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Places of the largest and the smallest, with ties and with NaN.
class ArgReductionVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Arg> probes = new ArrayList<>();
    for (String layer : List.of("ArgMax", "ArgMin")) {
      for (List<Integer> sample : List.of(List.<Integer>of(), List.of(9), List.of(4, 70))) {
        for (boolean keepdims : new boolean[] {false, true}) {
          for (int axis = -1 - sample.size(); axis <= sample.size(); axis++) {
            probes.add(
                new Arg(
                    "@%s(axis = %d, keepdims = %s)".formatted(layer, axis, keepdims),
                    List.of(axis < 0 ? axis + 1 + sample.size() : axis),
                    sample));
          }
          probes.add(
              new Arg(
                  "@%s(keepdims = %s)".formatted(layer, keepdims),
                  IntStream.rangeClosed(0, sample.size()).boxed().toList(),
                  sample));
        }
      }
    }
    probes.add(new Arg("@ArgMaxChannel", List.of(1), List.of(9)));
    probes.add(new Arg("@ArgMaxChannel", List.of(1), List.of(5, 2, 3)));
    return Probes.tests("Args", probes);
  }

  private record Arg(String annotation, List<Integer> axes, List<Integer> sample)
      implements Probe {

    /// A few different numbers, so that there are ties.
    @Override
    public double[] data(int size, Random random) {
      return random.ints(size, 0, 5).mapToDouble(i -> i == 4 ? Double.NaN : i - 1.5).toArray();
    }

    @Override
    public boolean isDifferentiable() {
      return false;
    }

    @Override
    public void check(Outcome outcome) {
      List<Integer> shape = AxisGroups.whole(outcome.n(), sample);
      double sign = annotation.contains("Min") ? -1 : 1;
      double[] y =
          new AxisGroups(shape, axes)
              .all().stream()
                  .map(group -> AxisGroups.values(outcome.x(), group))
                  .mapToDouble(row -> first(row, sign))
                  .toArray();
      assertClose(y, outcome.y(), 0, "y");
      assertClose(new double[outcome.x().length], outcome.dx(), 0, "dx");
    }

    private static int first(double[] row, double sign) {
      int best = 0;
      for (int i = 1; i < row.length && !Double.isNaN(row[best]); i++) {
        if (Double.isNaN(row[i]) || sign * row[i] > sign * row[best]) {
          best = i;
        }
      }
      return best;
    }
  }
}
