package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static io.nacre.processor.golden.Closeness.largest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Graphs of random layers: gradients against central differences, and all results against those of
/// the same graph with every node a head, where hardly anything is fused and no memory is reused.
class RandomGraphsTest {
  private static final int COUNT = 10;
  private static final int LAYERS = 24;
  private static final int N = 2;
  private static final double STEP = 1e-5;

  @TestFactory
  Stream<DynamicTest> agree() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int seed = 0; seed < COUNT; seed++) {
      sources.put("graphs.Some" + seed, RandomGraph.source("Some" + seed, LAYERS, seed, false));
      sources.put("graphs.All" + seed, RandomGraph.source("All" + seed, LAYERS, seed, true));
    }
    ModelBatch batch = ModelBatch.compile(sources, "-Anacre.vector=off");
    List<DynamicTest> tests = new ArrayList<>();
    for (int seed = 0; seed < COUNT; seed++) {
      String some = "graphs.Some" + seed;
      String all = "graphs.All" + seed;
      tests.add(
          DynamicTest.dynamicTest(some, () -> check(batch.graph(some), batch.graph(all))));
    }
    return tests.stream();
  }

  private static void check(Class<?> some, Class<?> all) {
    try (BoundModel model = BoundModel.bind(some, Device.cpu(), OptionalInt.of(N));
        BoundModel open = BoundModel.bind(all, Device.cpu(), OptionalInt.of(N))) {
      Example example = Example.of(model, N, 1);
      Map<String, double[]> results = example.run(model);
      Example same = withZeros(example, Example.of(open, N, 1));
      Map<String, double[]> expected = same.run(open);
      results.forEach(
          (name, values) -> {
            // several gradients of a node are added up in another order
            double tolerance = name.startsWith("gradient") ? 1e-13 * largest(values) : 0;
            assertClose(expected.get(name), values, tolerance, name);
          });
      Random random = new Random(3);
      example.feeds().keySet().forEach(name -> difference(model, example, name, random));
      example.parameters().keySet().forEach(name -> difference(model, example, name, random));
    }
  }

  /// The same numbers, with gradients of 0 for the heads that `example` does not have.
  private static Example withZeros(Example example, Example open) {
    Map<String, double[]> headGradients = new HashMap<>();
    open.headGradients().forEach((head, dy) -> headGradients.put(head, new double[dy.length]));
    headGradients.putAll(example.headGradients());
    return new Example(
        N, example.parameters(), example.states(), example.feeds(), headGradients, Map.of());
  }

  private static void difference(
      BoundModel model, Example example, String name, Random random) {
    model.setParameters(example.parameters());
    example.step(model);
    double[] gradient = model.gradients().get(name);
    double[] direction = random.doubles(gradient.length, -1, 1).toArray();
    double analytic = 0;
    double scale = 1;
    for (int i = 0; i < gradient.length; i++) {
      analytic += gradient[i] * direction[i];
      scale += Math.abs(gradient[i] * direction[i]);
    }
    double above = value(model, example, name, direction, STEP);
    double below = value(model, example, name, direction, -STEP);
    assertEquals((above - below) / (2 * STEP), analytic, 1e-6 * scale, name);
  }

  /// The heads times their gradients, added up, with one variable moved.
  private static double value(
      BoundModel model, Example example, String name, double[] direction, double step) {
    Map<String, double[]> feeds = moved(example.feeds(), name, direction, step);
    model.setParameters(moved(example.parameters(), name, direction, step));
    double[] sum = {0};
    model
        .forward(feeds)
        .forEach(
            (head, y) -> {
              double[] dy = example.headGradients().get(head);
              for (int i = 0; i < y.length; i++) {
                sum[0] += y[i] * dy[i];
              }
            });
    return sum[0];
  }

  private static Map<String, double[]> moved(
      Map<String, double[]> values, String name, double[] direction, double step) {
    if (!values.containsKey(name)) {
      return values;
    }
    double[] moved = values.get(name).clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    Map<String, double[]> all = new HashMap<>(values);
    all.put(name, moved);
    return all;
  }
}
