package io.nacre.conformance;

import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.GoldenCase;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A graph with all its arrays: outputs, gradients, states after training, and predictions.
final class GraphCase implements Case {
  private final Path root;
  private final String name;
  private final Device device;
  private ImportedModel model;

  GraphCase(Path root, String name, Device device) {
    this.root = root;
    this.name = name;
    this.device = device;
  }

  @Override
  public String name() {
    return name;
  }

  private Path file() {
    return root.resolve(name).resolve("symbol.json");
  }

  private String type() {
    return ImportedModel.typeName(name);
  }

  @Override
  public Map<String, String> models() {
    GoldenCase golden = GoldenCase.read(root, name);
    Map<String, List<Integer>> shapes = new HashMap<>();
    golden.arguments().forEach(each -> shapes.put(each, golden.shape(each).orElseThrow()));
    golden.auxiliaryStates().forEach(each -> shapes.put(each, golden.shape(each).orElseThrow()));
    model = new ImportedModel(golden.symbol(), shapes);
    for (int i = 0; i < golden.arguments().size(); i++) {
      String argument = golden.arguments().get(i);
      model.argument(
          argument,
          golden.argumentTypes().get(i),
          golden.array("grad", argument).isPresent());
    }
    return Map.of("conformance." + type(), model.source(type(), file()));
  }

  @Override
  public Verdict run(ModelBatch models) {
    String type = "conformance." + type();
    Optional<String> error = models.error(type);
    if (error.isPresent()) {
      return CompilerSays.verdict(error.get());
    }
    GoldenCase golden = GoldenCase.read(root, name);
    Comparison comparison = new Comparison();
    Class<?> graph = models.graph(type);
    compareJson(graph, comparison);
    try (BoundModel bound = BoundModel.bind(graph, device, model.batch())) {
      compareSpec(golden, bound.graph().spec(), comparison);
      if (comparison.verdict() instanceof Verdict.Passed) {
        compareNumbers(golden, bound, comparison);
      }
    }
    return comparison.verdict();
  }

  /// What MXNet wrote, comes out again to the byte.
  private void compareJson(Class<?> graph, Comparison comparison) {
    List<String> expected;
    List<String> actual;
    try {
      expected = Files.readString(file()).lines().toList();
      Method json = graph.getMethod("toJson");
      actual = ((String) json.invoke(null)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      comparison.same("toJson(), line " + (i + 1), expected.get(i), actual.get(i));
    }
    comparison.same("lines of toJson()", expected.size(), actual.size());
  }

  private void compareSpec(GoldenCase golden, GraphSpec spec, Comparison comparison) {
    comparison.same("arguments", golden.arguments(), spec.listArguments());
    comparison.same("outputs", golden.outputs(), spec.listOutputs());
    comparison.same("auxiliary states", golden.auxiliaryStates(), spec.listAuxiliaryStates());
    List<GraphSpec.Variable> all = new ArrayList<>(spec.arguments());
    all.addAll(spec.auxiliaryStates());
    for (GraphSpec.Variable variable : all) {
      golden
          .shape(variable.name())
          .ifPresent(shape -> compareShape(variable.name(), shape, variable, comparison));
    }
    for (int i = 0; i < spec.heads().size(); i++) {
      GraphSpec.Variable head = spec.heads().get(i);
      golden
          .shape(spec.listOutputs().get(i))
          .ifPresent(shape -> compareShape(head.name(), shape, head, comparison));
    }
  }

  private void compareShape(
      String what, List<Integer> expected, GraphSpec.Variable variable, Comparison comparison) {
    comparison.same(
        "shape of " + what, expected, Shapes.at(variable.shape(), model.batch().orElse(1)));
  }

  private static void compareNumbers(GoldenCase golden, BoundModel model, Comparison comparison) {
    Map<String, double[]> arguments = golden.arrays("arg");
    model.setParameters(arguments);
    model.setStates(golden.arrays("aux"));
    if (golden.training()) {
      compareArrays("output ", golden.arrays("out"), model.forward(arguments), comparison);
      Map<String, double[]> gradients = golden.arrays("grad");
      if (!gradients.isEmpty()) {
        model.backward(golden.arrays("head_grad"));
        Map<String, double[]> actual = model.gradients();
        double tolerance =
            Comparison.RELATIVE * Comparison.largest(gradients.values()) + Comparison.ABSOLUTE;
        gradients.forEach(
            (name, gradient) ->
                comparison.array("gradient of " + name, gradient, actual.get(name), tolerance));
      }
      compareArrays("state ", golden.arrays("aux_after"), model.states(), comparison);
      model.setStates(golden.arrays("aux"));
    }
    String evaluated = golden.arrays("out_eval").isEmpty() ? "out" : "out_eval";
    compareArrays("prediction ", golden.arrays(evaluated), model.infer(arguments), comparison);
  }

  private static void compareArrays(
      String what,
      Map<String, double[]> expected,
      Map<String, double[]> actual,
      Comparison comparison) {
    expected.forEach((name, array) -> comparison.array(what + name, array, actual.get(name)));
  }
}
