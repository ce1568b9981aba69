package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A whole network of MXNet's model zoo, with weights by a formula: all shapes, and sums of all inner
/// values, outputs and gradients.
///
/// It is compiled twice: as it is, and with every inner value as an output.
final class ZooCase implements Case {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path root;
  private final String name;
  private final Path folder;
  private final Device device;
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
    Path inner = folder.resolve(type() + "-inner-symbol.json");
    try {
      Files.writeString(inner, withInnerHeads(symbol, golden).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "conformance." + type(), model.source(type(), file),
        "conformance." + type() + "Inner", model.source(type() + "Inner", inner));
  }

  private static Map<String, List<Integer>> shapes(JsonNode golden, String key) {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    golden.get(key).forEach(each -> shapes.put(each.get(0).asText(), Json.integers(each.get(1))));
    return shapes;
  }

  /// The graph with all inner values as heads, but those of variables.
  private static JsonNode withInnerHeads(JsonNode symbol, JsonNode golden) {
    Map<String, Integer> places = new HashMap<>();
    Set<String> variables = new HashSet<>();
    for (int i = 0; i < symbol.get("nodes").size(); i++) {
      JsonNode node = symbol.get("nodes").get(i);
      places.put(node.get("name").asText(), i);
      if (node.get("op").asText().equals("null")) {
        variables.add(node.get("name").asText());
      }
    }
    ArrayNode heads = MAPPER.createArrayNode();
    for (JsonNode inner : golden.get("internals")) {
      String entry = inner.get(0).asText();
      if (!variables.contains(entry)) {
        int end = entry.lastIndexOf("_output");
        String output = entry.substring(end + "_output".length());
        heads
            .addArray()
            .add(places.get(entry.substring(0, end)))
            .add(output.isEmpty() ? 0 : Integer.parseInt(output))
            .add(0);
      }
    }
    ObjectNode all = symbol.deepCopy();
    all.set("heads", heads);
    return all;
  }

  @Override
  public Verdict run(ModelBatch models) {
    String type = "conformance." + type();
    Optional<String> error = models.error(type).or(() -> models.error(type + "Inner"));
    if (error.isPresent()) {
      return CompilerSays.verdict(error.get());
    }
    JsonNode golden = golden();
    Comparison comparison = new Comparison();
    compareShapes(golden, Specification.of(models.graph(type)), comparison);
    compareInnerShapes(golden, Specification.of(models.graph(type + "Inner")), comparison);
    if (golden.has("eval_internals")) {
      try (BoundModel inner =
          BoundModel.bind(models.graph(type + "Inner"), device, model.batch())) {
        setWeights(inner);
        compareInner(golden.get("eval_internals"), inner.infer(feeds(golden)), comparison);
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
      Summary.compare("prediction " + entry, inner, values.get(entry), comparison);
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
