package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nacre.processor.golden.FormulaWeights;
import io.nacre.processor.golden.ModelBatch;
import io.nacre.runtime.files.MxnetParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A file of arrays, right or broken.
final class ParamsCase implements Case {
  private final Path root;
  private final String file;
  private final JsonNode expected;

  ParamsCase(Path root, String file, JsonNode expected) {
    this.root = root;
    this.file = file;
    this.expected = expected;
  }

  @Override
  public String name() {
    return "params/" + file;
  }

  private Path path() {
    return root.resolve("params").resolve(file);
  }

  @Override
  public Map<String, String> models() {
    return Map.of();
  }

  @Override
  public Verdict run(ModelBatch models) {
    if (!expected.has("arrays") && !expected.has("keys")) {
      return broken();
    }
    Comparison comparison = new Comparison();
    try {
      if (expected.has("arrays")) {
        arrays(MxnetParams.read(path()), comparison);
      } else {
        checkpoint(MxnetParams.read(path()), comparison);
      }
    } catch (IOException e) {
      return new Verdict.Failed(e.getMessage());
    }
    return comparison.verdict();
  }

  /// The message must name the file, and nothing else than [IOException] comes.
  private Verdict broken() {
    try {
      MxnetParams params = MxnetParams.read(path());
      for (MxnetParams.Entry entry : params.entries()) {
        params.get(entry.name());
      }
    } catch (IOException e) {
      return e.getMessage().contains(file)
          ? new Verdict.Passed()
          : new Verdict.Failed("the message does not name the file: " + e.getMessage());
    }
    return new Verdict.Failed("it must be refused");
  }

  private void arrays(MxnetParams params, Comparison comparison) throws IOException {
    JsonNode arrays = expected.get("arrays");
    comparison.same("has names", arrays.isObject(), params.named());
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    if (arrays.isObject()) {
      arrays.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
    } else {
      arrays.forEach(each -> byName.put(Integer.toString(byName.size()), each));
    }
    comparison.same(
        "arrays",
        List.copyOf(byName.keySet()),
        params.entries().stream().map(MxnetParams.Entry::name).toList());
    for (MxnetParams.Entry entry : params.entries()) { // an array of no numbers is only listed
      JsonNode array = byName.get(entry.name());
      if (array != null) {
        comparison.same("type of " + entry.name(), text(array, "dtype"), entry.dataType());
        comparison.same(
            "shape of " + entry.name(),
            Json.integers(array.get("shape")).stream().map(Integer::longValue).toList(),
            entry.shape());
        if (!entry.shape().contains(0L)) {
          comparison.array(
              entry.name(), Json.numbers(array.get("values")), numbers(params, entry.name()), 0);
        }
      }
    }
  }

  private static double[] numbers(MxnetParams params, String name) throws IOException {
    return params.get(name).toDoubles();
  }

  private static String text(JsonNode node, String key) {
    return node.get(key).asText();
  }

  /// Names, and values by the rule of the case.
  private void checkpoint(MxnetParams params, Comparison comparison) throws IOException {
    comparison.same(
        "arrays",
        Json.texts(expected.get("keys")),
        params.entries().stream().map(MxnetParams.Entry::name).sorted().toList());
    for (MxnetParams.Entry entry : params.entries()) {
      int[] shape = entry.shape().stream().mapToInt(Long::intValue).toArray();
      String parameter = entry.name().substring(entry.name().indexOf(':') + 1);
      double[] values = params.get(entry.name()).toDoubles();
      for (int i = 0; i < values.length; i++) {
        comparison.number(
            entry.name(), FormulaWeights.number(parameter, shape, i), values[i], 0);
      }
    }
  }
}
