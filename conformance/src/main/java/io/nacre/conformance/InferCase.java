package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.annotations.DataType;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.SymbolJson;
import io.nacre.processor.golden.UnsupportedOperator;
import io.nacre.processor.read.JavaNames;
import io.nacre.runtime.GraphSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of shapes and types before a graph runs: all decided, not enough to decide, or
/// refused.
///
/// Where MXNet cannot decide, Nacre may, as long as it agrees with what MXNet does know.
final class InferCase implements Case {
  /// MXNet's way to say that it does not know enough.
  private static final String TOO_LITTLE = "Shape dim size must be known";

  private final JsonNode json;
  private final Path folder;

  /// @param folder where the case's symbol file may be written
  InferCase(JsonNode json, Path folder) {
    this.json = json;
    this.folder = folder;
  }

  @Override
  public String name() {
    return json.get("case").asText();
  }

  private String type() {
    return ImportedModel.typeName(name());
  }

  @Override
  public Map<String, String> models() {
    JsonNode symbol = json.get("symbol");
    ImportedModel.requireOperators(SymbolJson.of(symbol));
    Path file = folder.resolve(type() + "-symbol.json");
    try {
      Files.writeString(file, symbol.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> given = new LinkedHashSet<>();
    json.path("given_shapes").fieldNames().forEachRemaining(given::add);
    json.path("given_types").fieldNames().forEachRemaining(given::add);
    List<String> declarations = given.stream().map(this::declaration).toList();
    return Map.of("conformance." + type(), ImportedModel.source(type(), file, declarations));
  }

  private String declaration(String name) {
    List<String> attributes = new ArrayList<>();
    JsonNode shape = json.path("given_shapes").path(name);
    if (shape.isArray()) {
      attributes.add(
          Json.integers(shape).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ", "value = {", "}")));
    }
    JsonNode type = json.path("given_types").path(name);
    if (type.isTextual()) {
      String constant = type.asText().toUpperCase(Locale.ROOT);
      if (Arrays.stream(DataType.values()).noneMatch(each -> each.name().equals(constant))) {
        throw new UnsupportedOperator("dtype " + type.asText());
      }
      attributes.add("dtype = DataType." + constant);
    }
    String kind = name.endsWith("_weight") || name.endsWith("_bias") ? "@Parameter" : "@Variable";
    String method = JavaNames.isName(name) ? name : JavaNames.nameLike(name);
    return kind + "(" + String.join(", ", attributes) + ") Symbol " + method + "();";
  }

  @Override
  public Verdict run(ModelBatch models) {
    String type = "conformance." + type();
    Optional<String> error = models.error(type);
    if (error.isPresent() && CompilerSays.verdict(error.get()) instanceof Verdict.Skipped skipped) {
      return skipped;
    }
    boolean undetermined = error.filter(CompilerSays::isUndetermined).isPresent();
    String mxnet = json.path("error").asText("");
    if (json.has("note") || (!mxnet.isEmpty() && !mxnet.contains(TOO_LITTLE))) {
      return error.isPresent() && !undetermined
          ? new Verdict.Passed()
          : new Verdict.Failed(
              "it must be refused" + error.map(text -> ", but: " + text).orElse(""));
    }
    boolean decided = mxnet.isEmpty() && json.path("argument_shapes").isArray();
    if (error.isPresent()) {
      return undetermined && !decided ? new Verdict.Passed() : new Verdict.Failed(error.get());
    }
    return compare(decided ? json : json.path("partial"), Specification.of(models.graph(type)));
  }

  private Verdict compare(JsonNode known, GraphSpec spec) {
    Comparison comparison = new Comparison();
    comparison.same("arguments", Json.texts(json.get("arguments")), spec.listArguments());
    comparison.same("outputs", Json.texts(json.get("outputs")), spec.listOutputs());
    comparison.same(
        "auxiliary states", Json.texts(json.get("auxiliary")), spec.listAuxiliaryStates());
    compare("argument", known, spec.arguments(), comparison);
    compare("output", known, spec.heads(), comparison);
    compare("auxiliary", known, spec.auxiliaryStates(), comparison);
    return comparison.verdict();
  }

  private static void compare(
      String what, JsonNode known, List<GraphSpec.Variable> variables, Comparison comparison) {
    JsonNode shapes = known.path(what + "_shapes");
    JsonNode types = known.path(what + "_types");
    for (int i = 0; i < Math.min(shapes.size(), variables.size()); i++) {
      GraphSpec.Variable variable = variables.get(i);
      List<Integer> expected = Json.integers(shapes.get(i));
      List<Integer> actual = Shapes.at(variable.shape(), 1);
      if (!agree(expected, actual)) {
        comparison.same("shape of " + variable.name(), expected, actual);
      }
      if (types.has(i)) {
        comparison.same(
            "type of " + variable.name(),
            types.get(i).asText(),
            variable.dataType().name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// A dimension of 0, and a shape without any, are not known.
  private static boolean agree(List<Integer> expected, List<Integer> actual) {
    if (expected.isEmpty()) {
      return true;
    }
    boolean agree = expected.size() == actual.size();
    for (int axis = 0; agree && axis < expected.size(); axis++) {
      agree = expected.get(axis) == 0 || expected.get(axis).equals(actual.get(axis));
    }
    return agree;
  }
}
