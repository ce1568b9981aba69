package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.golden.Trial.Given;
import io.nacre.runtime.Device;
import io.nacre.runtime.Parameter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Runs trials in float64: heads against formulas, in training and in prediction, and the gradients of
/// inputs and parameters against central differences.
final class Trials {
  private static final int N = 3;
  private static final double STEP = 1e-5;

  private final Trial trial;
  private final Random random = new Random(11);
  private final Map<String, double[]> feeds = new LinkedHashMap<>();
  private final Map<String, double[]> parameters = new LinkedHashMap<>();

  private Trials(Trial trial) {
    this.trial = trial;
  }

  /// One test a trial.
  ///
  /// @param type the models are named after it
  static Stream<DynamicTest> tests(String type, List<Trial> trials) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < trials.size(); i++) {
      sources.put("trials." + type + i, trials.get(i).source(type + i));
    }
    ModelBatch batch = ModelBatch.compile(sources, "-Anacre.vector=off");
    return IntStream.range(0, trials.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    trials.get(i).title(),
                    () -> new Trials(trials.get(i)).run(batch.graph("trials." + type + i))));
  }

  private void run(Class<?> graph) {
    OptionalInt batch = trial.hasBatch() ? OptionalInt.of(N) : OptionalInt.empty();
    try (Device device = Device.cpu(2);
        BoundModel model = BoundModel.bind(graph, device, batch)) {
      Map<String, Box> in = new HashMap<>();
      for (Given given : trial.inputs()) {
        Box box = Box.of(given.sizes(N), place -> given.number().applyAsDouble(random));
        in.put(given.name(), box);
        feeds.put(given.name(), box.values());
      }
      for (Parameter parameter : model.graph().parameters()) {
        int[] sizes = parameter.value().shape().toInts();
        Box box = Box.of(sizes, place -> 2 * random.nextDouble() - 1);
        in.put(parameter.name(), box);
        parameters.put(parameter.name(), box.values());
      }
      model.setParameters(parameters);
      Map<String, double[]> heads = model.forward(feeds);
      List<Box> expected = trial.formula().apply(in);
      assertEquals(expected.size(), heads.size());
      int index = 0;
      for (Map.Entry<String, double[]> head : heads.entrySet()) {
        double[] y = expected.get(index++).values();
        assertClose(y, head.getValue(), 1e-12 * (1 + Closeness.largest(y)), head.getKey());
      }
      Map<String, double[]> predicted = model.infer(feeds);
      heads.forEach((name, y) -> assertClose(y, predicted.get(name), 0, "infer: " + name));
      if (model.trains()) {
        model.forward(feeds);
        checkGradients(model, heads);
      }
    }
  }

  private void checkGradients(BoundModel model, Map<String, double[]> heads) {
    Map<String, double[]> dy = new LinkedHashMap<>();
    heads.forEach((name, y) -> dy.put(name, random(y.length)));
    model.backward(dy);
    Map<String, double[]> gradients = model.gradients();
    for (Given given : trial.inputs()) {
      assertEquals(given.differentiable(), gradients.containsKey(given.name()), given.name());
    }
    gradients.forEach(
        (name, gradient) -> {
          double[] direction = random(gradient.length);
          double above = value(model, name, direction, STEP, dy);
          double below = value(model, name, direction, -STEP, dy);
          double analytic = 0;
          double scale = 1;
          for (int i = 0; i < gradient.length; i++) {
            analytic += gradient[i] * direction[i];
            scale += Math.abs(gradient[i] * direction[i]);
          }
          assertEquals((above - below) / (2 * STEP), analytic, 1e-7 * scale, "d" + name);
        });
  }

  /// The heads times `dy`, with one variable moved.
  private double value(
      BoundModel model, String name, double[] direction, double step, Map<String, double[]> dy) {
    Map<String, double[]> moved =
        new LinkedHashMap<>(feeds.containsKey(name) ? feeds : parameters);
    double[] values = moved.get(name).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += step * direction[i];
    }
    moved.put(name, values);
    model.setParameters(feeds.containsKey(name) ? parameters : moved);
    Map<String, double[]> heads = model.forward(feeds.containsKey(name) ? moved : feeds);
    model.setParameters(parameters);
    double value = 0;
    for (Map.Entry<String, double[]> head : heads.entrySet()) {
      for (int i = 0; i < head.getValue().length; i++) {
        value += head.getValue()[i] * dy.get(head.getKey())[i];
      }
    }
    return value;
  }

  private double[] random(int size) {
    return random.doubles(size, -1, 1).toArray();
  }
}
