package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Reductions of all kinds over any axes, the batch too, against their definition and differences.
class ReductionVariationsTest {
  private static final Map<String, ToDoubleFunction<double[]>> KINDS =
      Map.of(
          "Sum", x -> DoubleStream.of(x).sum(),
          "Mean", x -> DoubleStream.of(x).average().orElseThrow(),
          "Max", x -> DoubleStream.of(x).max().orElseThrow(),
          "Min", x -> DoubleStream.of(x).min().orElseThrow(),
          "Prod", x -> DoubleStream.of(x).reduce(1, (a, b) -> a * b),
          "NanSum", x -> DoubleStream.of(x).sum(),
          "NanProd", x -> DoubleStream.of(x).reduce(1, (a, b) -> a * b),
          "Norm", x -> Math.sqrt(DoubleStream.of(x).map(each -> each * each).sum()),
          "Norm1", x -> DoubleStream.of(x).map(Math::abs).sum());

  @TestFactory
  Stream<DynamicTest> agree() {
    Random random = new Random(3);
    List<Reduction> probes = new ArrayList<>();
    for (String kind : KINDS.keySet().stream().sorted().toList()) {
      probes.add(new Reduction(kind, List.of(), false, false, List.of()));
      probes.add(new Reduction(kind, List.of(), true, false, List.of(2, 3)));
      probes.add(new Reduction(kind, List.of(0, -1), false, false, List.of(3, 70)));
      probes.add(new Reduction(kind, List.of(0, 1, 2), false, true, List.of(3, 2)));
      for (int i = 0; i < 6; i++) {
        probes.add(Reduction.random(kind, random));
      }
    }
    return Probes.tests("Reductions", probes);
  }

  private record Reduction(
      String kind, List<Integer> axes, boolean keepdims, boolean exclude, List<Integer> sample)
      implements Probe {

    static Reduction random(String kind, Random random) {
      List<Integer> sample =
          random.ints(1 + random.nextInt(3), 1, 6).boxed().collect(Collectors.toList());
      int rank = sample.size() + 1;
      List<Integer> axes =
          new ArrayList<>(IntStream.range(0, rank).filter(i -> random.nextBoolean()).boxed().toList());
      Collections.shuffle(axes, random);
      axes.replaceAll(axis -> random.nextBoolean() ? axis : axis - rank);
      return new Reduction(kind, axes, random.nextBoolean(), random.nextBoolean(), sample);
    }

    private boolean excludes() {
      return exclude && !kind.startsWith("Norm");
    }

    @Override
    public String annotation() {
      String text = axes.toString().replace('[', '{').replace(']', '}');
      return "@%s(axis = %s, keepdims = %s%s%s)"
          .formatted(
              kind.replace("1", ""),
              text,
              keepdims,
              excludes() ? ", exclude = true" : "",
              kind.equals("Norm1") ? ", ord = 1" : "");
    }

    /// Numbers away from 0, where some derivatives jump, and from 0 products.
    @Override
    public double[] data(int size, Random random) {
      return random.doubles(size, -1.2, 1.2).map(x -> x + Math.copySign(0.1, x)).toArray();
    }

    @Override
    public void check(Outcome outcome) {
      List<Integer> shape = AxisGroups.whole(outcome.n(), sample);
      List<Integer> named =
          axes.stream().map(axis -> axis < 0 ? axis + shape.size() : axis).toList();
      List<Integer> reduced =
          IntStream.range(0, shape.size())
              .filter(axis -> named.isEmpty() || named.contains(axis) != excludes())
              .boxed()
              .toList();
      double[] y =
          new AxisGroups(shape, reduced)
              .all().stream()
                  .map(group -> AxisGroups.values(outcome.x(), group))
                  .mapToDouble(KINDS.get(kind))
                  .toArray();
      assertClose(y, outcome.y(), 1e-12 * Math.max(1, Closeness.largest(y)), "y");
    }
  }
}
