package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Normalizations over layers, instances, groups and lengths, against formulas and differences.
class NormalizationVariationsTest {
  @TestFactory
  Stream<DynamicTest> agree() {
    List<Norm> probes = new ArrayList<>();
    for (List<Integer> sample : List.of(List.of(7), List.of(4, 70), List.of(6, 5, 3))) {
      int rank = sample.size() + 1;
      for (int axis = 1; axis < rank; axis++) {
        probes.add(Norm.layer(sample, axis, axis));
        probes.add(Norm.layer(sample, axis, axis - rank));
      }
      probes.add(Norm.length("INSTANCE", sample, after(1, rank)));
      if (rank > 2) {
        probes.add(Norm.length("CHANNEL", sample, List.of(1)));
        probes.add(Norm.length("SPATIAL", sample, after(2, rank)));
        probes.add(
            new Norm("@InstanceNorm(eps = 0.01)", sample, after(2, rank), 0.01, 1));
        probes.add(new Norm("@GroupNorm(eps = 0.1)", sample, after(1, rank), 0.1, 1));
        probes.add(
            new Norm(
                "@GroupNorm(numGroups = 2)", sample, after(1, rank), 1e-5, 1));
        probes.add(
            new Norm(
                "@GroupNorm(numGroups = %d)".formatted(sample.getFirst()),
                sample,
                after(1, rank),
                1e-5,
                1));
      }
    }
    probes.add(Norm.length("INSTANCE", List.of(), List.of()));
    return Probes.tests("Normalizations", probes.stream().distinct().toList());
  }

  private static List<Integer> after(int from, int rank) {
    return IntStream.range(from, rank).boxed().toList();
  }

  /// @param axes along which numbers are normalized together
  /// @param scaledAxis the axis that gamma and beta belong to
  private record Norm(
      String annotation,
      List<Integer> sample,
      List<Integer> axes,
      double eps,
      int scaledAxis)
      implements Probe {

    static Norm layer(List<Integer> sample, int axis, int written) {
      return new Norm(
          "@LayerNorm(axis = " + written + ")", sample, List.of(axis), 1e-5, axis);
    }

    static Norm length(String mode, List<Integer> sample, List<Integer> axes) {
      return new Norm(
          "@L2Normalization(eps = 0.05, mode = L2NormalizationMode." + mode + ")",
          sample,
          axes,
          0.05,
          1);
    }

    @Override
    public double[] data(int size, Random random) {
      return random.doubles(size, 1, 3).toArray();
    }

    @Override
    public void check(Outcome outcome) {
      boolean groups = annotation.startsWith("@GroupNorm");
      List<Integer> shape = AxisGroups.whole(outcome.n(), sample);
      // channels cut into groups are two axes
      List<Integer> cut = new ArrayList<>(shape);
      List<Integer> along = new ArrayList<>(axes);
      if (groups) {
        int count = outcome.gamma().length;
        cut.set(1, shape.get(1) / count);
        cut.add(1, count);
        along = after(2, cut.size());
      }
      double[] y = outcome.x().clone();
      for (int[] group : new AxisGroups(cut, along).all()) {
        double[] x = AxisGroups.values(outcome.x(), group);
        double mean =
            outcome.gamma() == null ? 0 : DoubleStream.of(x).average().orElseThrow();
        double squares = DoubleStream.of(x).map(each -> (each - mean) * (each - mean)).sum();
        double divisor = outcome.gamma() == null ? 1 : x.length;
        for (int i : group) {
          y[i] = (y[i] - mean) / Math.sqrt(squares / divisor + eps);
        }
      }
      if (outcome.gamma() != null) {
        List<Integer> others = new ArrayList<>(after(0, cut.size()));
        others.remove(Integer.valueOf(scaledAxis));
        List<int[]> places = new AxisGroups(cut, others).all();
        for (int place = 0; place < places.size(); place++) {
          for (int i : places.get(place)) {
            y[i] = y[i] * outcome.gamma()[place] + outcome.beta()[place];
          }
        }
      }
      assertClose(y, outcome.y(), 1e-11, "y");
    }
  }
}
