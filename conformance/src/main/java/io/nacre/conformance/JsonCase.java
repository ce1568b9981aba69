package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.SymbolJson;
import io.nacre.runtime.GraphSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A symbol file of some version of MXNet, right or broken, and what 1.9.1 makes of it.
final class JsonCase implements Case {
  private final Path root;
  private final String file;
  private final JsonNode expected;

  JsonCase(Path root, String file, JsonNode expected) {
    this.root = root;
    this.file = file;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "json/" + file;
  }

  private Path path() {
    return root.resolve("json").resolve(file);
  }

  private String type() {
    return ImportedModel.typeName(name());
  }

  private boolean isRight() {
    return expected.has("arguments");
  }

  @Override
  public Map<String, String> models() {
    List<String> declarations = new ArrayList<>();
    if (isRight()) {
      ImportedModel.requireOperators(SymbolJson.of(Json.read(path())));
      int data = Json.texts(expected.get("arguments")).indexOf("data");
      if (data >= 0) {
        String sample =
            Json.integers(expected.get("argument_shapes").get(data)).stream()
                .skip(1)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        declarations.add("@Input({" + sample + "}) Symbol data();");
      }
    }
    return Map.of("conformance." + type(), ImportedModel.source(type(), path(), declarations));
  }

  @Override
  public Verdict run(ModelBatch models) {
    Optional<String> error = models.error("conformance." + type());
    if (!isRight()) {
      return error.filter(text -> text.contains("[nacre/")).isPresent()
          ? new Verdict.Passed()
          : new Verdict.Failed("it must be refused: " + expected.path("comment").asText());
    }
    if (error.isPresent()) {
      return CompilerSays.verdict(error.get());
    }
    GraphSpec spec = Specification.of(models.graph("conformance." + type()));
    Comparison comparison = new Comparison();
    comparison.same("arguments", Json.texts(expected.get("arguments")), spec.listArguments());
    comparison.same("outputs", Json.texts(expected.get("outputs")), spec.listOutputs());
    comparison.same(
        "auxiliary states", Json.texts(expected.get("auxiliary")), spec.listAuxiliaryStates());
    compare("argument_shapes", spec.arguments(), comparison);
    compare("output_shapes", spec.heads(), comparison);
    compare("auxiliary_shapes", spec.auxiliaryStates(), comparison);
    return comparison.verdict();
  }

  private void compare(String key, List<GraphSpec.Variable> variables, Comparison comparison) {
    JsonNode shapes = expected.get(key);
    int data = Json.texts(expected.get("arguments")).indexOf("data");
    int batch = data < 0 ? 1 : expected.get("argument_shapes").get(data).get(0).asInt();
    for (int i = 0; i < Math.min(shapes.size(), variables.size()); i++) {
      comparison.same(
          "shape of " + variables.get(i).name(),
          Json.integers(shapes.get(i)),
          Shapes.at(variables.get(i).shape(), batch));
    }
  }
}
