package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.BoundModel;
import io.nacre.processor.golden.FormulaWeights;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.SymbolJson;
import io.nacre.runtime.Device;
import io.nacre.runtime.GraphSpec;
import io.nacre.runtime.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A whole network of MXNet's model zoo, with weights by a formula: all shapes, and sums of all inner
/// values, outputs and gradients.
///
/// It is compiled as it is, and with its inner values as outputs, as many at a time as a class can have.
final class ZooCase implements Case {
  private final Path root;
  private final String name;
  private final Path folder;
  private final Device device;
  private final List<String> innerTypes = new ArrayList<>();
  private ImportedModel model;

  /// @param folder where a symbol file may be written
  ZooCase(Path root, String name, Path folder, Device device) {
    this.root = root;
    this.name = name;
    this.folder = folder;
    this.device = device;
  }

  @Override
  public String name() {
    return name;
  }

  private String type() {
    return ImportedModel.typeName(name);
  }

  private JsonNode golden() {
    return Json.read(root.resolve(name).resolve("case.json"));
  }

  @Override
  public Map<String, String> models() {
    JsonNode golden = golden();
    Path file = root.resolve(name).resolve("symbol.json");
    JsonNode symbol = Json.read(file);
    Map<String, List<Integer>> shapes = shapes(golden, "arguments");
    shapes.putAll(shapes(golden, "auxiliary"));
    model = new ImportedModel(SymbolJson.of(symbol), shapes);
    for (String argument : shapes(golden, "arguments").keySet()) {
      model.argument(argument, "float32", golden.path("train_grads").has(argument));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("conformance." + type(), model.source(type(), file));
    List<String> inner = InnerHeads.of(symbol, List.copyOf(shapes(golden, "internals").keySet()));
    innerTypes.clear();
    for (int i = 0; i < inner.size(); i++) {
      String type = type() + "Inner" + i;
      Path innerFile = folder.resolve(type + "-symbol.json");
      try {
        Files.writeString(innerFile, inner.get(i));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      innerTypes.add("conformance." + type);
      sources.put("conformance." + type, model.source(type, innerFile));
    }
    return sources;
  }

  private static Map<String, List<Integer>> shapes(JsonNode golden, String key) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    golden.get(key).forEach(each -> shapes.put(each.get(0).asText(), Json.integers(each.get(1))));
    return shapes;
  }

  @Override
  public Verdict run(ModelBatch models) {
    String type = "conformance." + type();
    Optional<String> error =
        Stream.concat(Stream.of(type), innerTypes.stream())
            .flatMap(each -> models.error(each).stream())
            .findFirst();
    if (error.isPresent()) {
      return CompilerSays.verdict(error.get());
    }
    JsonNode golden = golden();
    Comparison comparison = new Comparison();
    compareShapes(golden, Specification.of(models.graph(type)), comparison);
    for (String inner : innerTypes) {
      compareInnerShapes(golden, Specification.of(models.graph(inner)), comparison);
      if (golden.has("eval_internals")) {
        try (BoundModel bound = BoundModel.bind(models.graph(inner), device, model.batch())) {
          setWeights(bound);
          compareInner(golden.get("eval_internals"), bound.infer(feeds(golden)), comparison);
        }
      }
    }
    if (golden.has("eval_output")) {
      try (BoundModel bound = BoundModel.bind(models.graph(type), device, model.batch())) {
        setWeights(bound);
        compareRuns(golden, bound, comparison);
      }
    }
    return comparison.verdict();
  }

  private void compareShapes(JsonNode golden, GraphSpec spec, Comparison comparison) {
    compareShapes(shapes(golden, "arguments"), spec.arguments(), comparison);
    compareShapes(shapes(golden, "auxiliary"), spec.auxiliaryStates(), comparison);
    comparison.same("outputs", Json.texts(golden.get("outputs")), spec.listOutputs());
    for (int i = 0; i < spec.heads().size(); i++) {
      comparison.same(
          "shape of " + spec.heads().get(i).name(),
          Json.integers(golden.get("output_shapes").get(i)),
          Shapes.at(spec.heads().get(i).shape(), batch()));
    }
  }

  private int batch() {
    return model.batch().orElse(1);
  }

  private void compareShapes(
      Map<String, List<Integer>> expected,
      List<GraphSpec.Variable> variables,
      Comparison comparison) {
    Map<String, List<Integer>> actual = new LinkedHashMap<>();
    variables.forEach(each -> actual.put(each.name(), Shapes.at(each.shape(), batch())));
    comparison.same("names", List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    expected.forEach((each, shape) -> comparison.same("shape of " + each, shape, actual.get(each)));
  }

  private void compareInnerShapes(JsonNode golden, GraphSpec spec, Comparison comparison) {
    Map<String, List<Integer>> all = shapes(golden, "internals");
    for (int i = 0; i < spec.heads().size(); i++) {
      String entry = spec.listOutputs().get(i);
      comparison.same(
          "shape of " + entry, all.get(entry), Shapes.at(spec.heads().get(i).shape(), batch()));
    }
  }

  private Map<String, double[]> feeds(JsonNode golden) {
    Map<String, double[]> feeds = new HashMap<>();
    shapes(golden, "arguments").forEach((each, shape) -> feeds.put(each, formula(each, shape)));
    return feeds;
  }

  private static double[] formula(String name, List<Integer> shape) {
    int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
    double[] numbers = new double[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(numbers, i -> FormulaWeights.number(name, sizes, i));
    return numbers;
  }

  private static void setWeights(BoundModel model) {
    for (Parameter parameter : model.graph().parameters()) {
      parameter.value().set(formula(parameter.name(), Shapes.at(parameter.shape(), 1)));
    }
    for (GraphSpec.Variable state : model.graph().spec().auxiliaryStates()) {
      double[] numbers = formula(state.name(), Shapes.at(state.shape(), 1));
      model.graph().parameters().auxiliary(state.name()).set(numbers);
    }
  }

  private static void compareInner(
      JsonNode golden, Map<String, double[]> values, Comparison comparison) {
    for (JsonNode inner : golden) {
      String entry = inner.get("name").asText();
      if (values.containsKey(entry)) {
        Summary.compare("prediction " + entry, inner, values.get(entry), comparison);
      }
    }
  }

  private void compareRuns(JsonNode golden, BoundModel bound, Comparison comparison) {
    Map<String, double[]> feeds = feeds(golden);
    compareFirst("prediction", golden.get("eval_output"), bound.infer(feeds), comparison);
    if (!golden.has("train_output")) {
      return;
    }
    Map<String, double[]> outputs = bound.forward(feeds);
    compareFirst("output", golden.get("train_output"), outputs, comparison);
    Map<String, double[]> heads = new HashMap<>();
    for (int i = 0; i < bound.graph().spec().heads().size(); i++) {
      List<Integer> shape = Shapes.at(bound.graph().spec().heads().get(i).shape(), batch());
      heads.put(bound.graph().spec().listOutputs().get(i), formula("head" + i, shape));
    }
    bound.backward(heads);
    Map<String, double[]> gradients = bound.gradients();
    JsonNode expected = golden.get("train_grads");
    expected
        .properties()
        .forEach(
            each ->
                Summary.gradient(
                    "gradient of " + each.getKey(),
                    each.getValue(),
                    gradients.get(each.getKey()),
                    comparison));
    Map<String, double[]> states = bound.states();
    golden
        .get("aux_after")
        .properties()
        .forEach(
            each ->
                Summary.compare(
                    "state " + each.getKey(),
                    each.getValue(),
                    states.get(each.getKey()),
                    comparison));
  }

  private static void compareFirst(
      String what, JsonNode expected, Map<String, double[]> outputs, Comparison comparison) {
    double[] first = Json.numbers(expected);
    double[] output = outputs.values().iterator().next();
    comparison.array(
        what,
        first,
        Arrays.copyOf(output, Math.min(output.length, first.length)),
        10 * Comparison.RELATIVE * Comparison.largest(first));
  }
}
