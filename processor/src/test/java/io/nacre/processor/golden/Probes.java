package io.nacre.processor.golden;

import static io.nacre.processor.golden.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Runs layers in float64, several side by side in a model: outputs against formulas, gradients
/// against central differences.
final class Probes {
  private static final int IN_A_MODEL = 12;
  private static final int N = 3;
  private static final double STEP = 1e-5;

  private final List<? extends Probe> probes;
  private final String type;
  private final Random random;
  private final Map<String, double[]> feeds = new LinkedHashMap<>();
  private final Map<String, double[]> parameters = new LinkedHashMap<>();
  private final Map<String, double[]> headGradients = new LinkedHashMap<>();
  private Map<String, double[]> outputs;
  private Map<String, double[]> gradients;
  private final Map<Integer, List<double[]>> differences = new HashMap<>();

  private Probes(String type, List<? extends Probe> probes) {
    this.type = type;
    this.probes = probes;
    this.random = new Random(type.hashCode());
  }

  /// One test a layer.
  ///
  /// @param type the models are named after it
  static Stream<DynamicTest> tests(String type, List<? extends Probe> probes) {
    List<Probes> models = new ArrayList<>();
    for (int from = 0; from < probes.size(); from += IN_A_MODEL) {
      int to = Math.min(from + IN_A_MODEL, probes.size());
      models.add(new Probes("probes." + type + models.size(), probes.subList(from, to)));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    models.forEach(model -> sources.put(model.type, model.source()));
    ModelBatch batch = ModelBatch.compile(sources, "-Anacre.vector=off");
    return models.stream().flatMap(model -> model.tests(batch));
  }

  private Stream<DynamicTest> tests(ModelBatch batch) {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      int probe = i;
      tests.add(
          DynamicTest.dynamicTest(
              probes.get(i).annotation() + " of " + probes.get(i).sample(),
              () -> {
                if (outputs == null) {
                  run(batch.graph(type));
                }
                check(probe);
              }));
    }
    return tests.stream();
  }

  private String source() {
    StringBuilder source = new StringBuilder();
    source.append("package probes;\n\nimport io.nacre.annotations.*;\n\n@Model\npublic interface ");
    source.append(type.substring("probes.".length())).append(" {\n");
    for (int i = 0; i < probes.size(); i++) {
      Probe probe = probes.get(i);
      source.append("  @Input(value = ").append(sizes(probe.sample()));
      source.append(", dtype = DataType.FLOAT64, gradient = true) Symbol x" + i + "();\n");
      String more = probe.twice() ? ", @From(\"x" + i + "\") Symbol again" : "";
      if (probe.label().isPresent()) {
        more = ", @As(\"label\") Symbol y" + i + "_label";
        source.append("  @Label(").append(sizes(probe.label().get()));
        source.append(") Symbol y" + i + "_label();\n");
      }
      source.append("  @Output ").append(probe.annotation());
      source.append(" Symbol y" + i + "(Symbol x" + i + more + ");\n");
    }
    return source.append("}\n").toString();
  }

  private static String sizes(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
  }

  private void run(Class<?> graph) {
    try (BoundModel model = BoundModel.bind(graph, Device.cpu(), OptionalInt.of(N))) {
      GraphSpec spec = model.graph().spec();
      for (GraphSpec.Variable input : spec.inputs()) {
        feeds.put(input.name(), probe(input.name()).data((int) input.shape().size(N), random));
      }
      for (GraphSpec.Variable label : spec.labels()) {
        feeds.put(label.name(), probe(label.name()).labels((int) label.shape().size(N), random));
      }
      for (Parameter parameter : model.graph().parameters()) {
        parameters.put(parameter.name(), random(parameter.value().size()));
      }
      for (GraphSpec.Variable head : spec.heads()) {
        headGradients.put(head.name() + "_output", random((int) head.shape().size(N)));
      }
      model.setParameters(parameters);
      outputs = model.forward(feeds);
      model.backward(headGradients);
      gradients = model.gradients();
      Map<String, double[]> predicted = model.infer(feeds);
      outputs.forEach((name, y) -> assertClose(y, predicted.get(name), 0, "infer: " + name));
      for (String kind : List.of("x", "_weight", "_bias", "_gamma", "_beta")) {
        difference(model, kind);
      }
    }
  }

  private Probe probe(String node) {
    return probes.get(number(node));
  }

  private static int number(String node) {
    return Integer.parseInt(node.replaceAll("\\D", ""));
  }

  private double[] random(int size) {
    return random.doubles(size, -1, 1).toArray();
  }

  /// Moves all inputs, or all parameters of a kind, in a random direction at once: the layers are
  /// independent.
  private void difference(BoundModel model, String kind) {
    Map<String, double[]> all = kind.equals("x") ? feeds : parameters;
    Map<String, double[]> directions = new HashMap<>();
    all.forEach(
        (name, values) -> {
          if (name.startsWith(kind) || name.endsWith(kind)) {
            directions.put(name, random(values.length));
          }
        });
    Map<String, double[]> above = outputs(model, all, directions, STEP);
    Map<String, double[]> below = outputs(model, all, directions, -STEP);
    directions.forEach(
        (name, direction) -> {
          String head = "y" + number(name) + "_output";
          double numeric = 0;
          double[] dy = headGradients.get(head);
          for (int i = 0; i < dy.length; i++) {
            numeric += dy[i] * (above.get(head)[i] - below.get(head)[i]) / (2 * STEP);
          }
          double analytic = 0;
          double scale = 1;
          double[] gradient = gradients.get(name);
          assertEquals(direction.length, gradient.length, name);
          for (int i = 0; i < direction.length; i++) {
            analytic += gradient[i] * direction[i];
            scale += Math.abs(gradient[i] * direction[i]);
          }
          differences
              .computeIfAbsent(number(name), key -> new ArrayList<>())
              .add(new double[] {numeric, analytic, scale});
        });
  }

  private Map<String, double[]> outputs(
      BoundModel model,
      Map<String, double[]> all,
      Map<String, double[]> directions,
      double step) {
    Map<String, double[]> moved = new HashMap<>(all);
    directions.forEach(
        (name, direction) -> {
          double[] values = all.get(name).clone();
          for (int i = 0; i < values.length; i++) {
            values[i] += step * direction[i];
          }
          moved.put(name, values);
        });
    if (all == parameters) {
      model.setParameters(moved);
      Map<String, double[]> results = model.forward(feeds);
      model.setParameters(parameters);
      return results;
    }
    return model.forward(moved);
  }

  private void check(int probe) {
    String node = "y" + probe;
    boolean loss = !probes.get(probe).isDifferentiable();
    probes
        .get(probe)
        .check(
            new Probe.Outcome(
                N,
                feeds.get("x" + probe),
                feeds.get(node + "_label"),
                parameters.get(node + "_weight"),
                parameters.get(node + "_bias"),
                parameters.get(node + "_gamma"),
                parameters.get(node + "_beta"),
                outputs.get(node + "_output"),
                loss ? null : headGradients.get(node + "_output"),
                gradients.get("x" + probe)));
    if (!loss) {
      for (double[] pair : differences.get(probe)) {
        assertEquals(pair[0], pair[1], 1e-7 * pair[2], "directional derivative of " + node);
      }
    }
  }
}
