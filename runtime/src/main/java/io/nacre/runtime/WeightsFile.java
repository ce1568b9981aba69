package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Kind;
import io.nacre.runtime.GraphSpec.Variable;
import io.nacre.runtime.files.MxnetParams;
import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Parameters and auxiliary states in files, under MXNet's names.
final class WeightsFile {
  private WeightsFile() {}

  /// `.params` is MXNet's format, any other name is for safetensors.
  private static boolean isParams(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".params");
  }

  static void save(Path file, CompiledGraph graph) throws IOException {
    if (isParams(file)) {
      saveParams(file, graph);
    } else {
      saveSafeTensors(file, graph);
    }
  }

  static void load(Path file, CompiledGraph graph, Set<LoadOption> options) throws IOException {
    if (isParams(file)) {
      loadParams(file, graph, options);
    } else {
      loadSafeTensors(file, graph, options);
    }
  }

  private static void saveSafeTensors(Path file, CompiledGraph graph) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Variable variable : graph.spec().states()) {
      tensors.put(variable.name(), graph.weights().value(variable));
    }
    SafeTensors.write(file, tensors);
  }

  private static void loadSafeTensors(Path file, CompiledGraph graph, Set<LoadOption> options)
      throws IOException {
    SafeTensors stored = SafeTensors.read(file);
    Map<String, StoredArray> arrays = new LinkedHashMap<>();
    stored
        .entries()
        .forEach((name, entry) -> arrays.put(name, new StoredArray.Safe(stored, entry)));
    load(file, graph, options, arrays);
  }

  private static void saveParams(Path file, CompiledGraph graph) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Variable variable : graph.spec().states()) {
      String prefix = variable.kind() == Kind.PARAMETER ? "arg:" : "aux:";
      tensors.put(prefix + variable.name(), graph.weights().value(variable));
    }
    MxnetParams.write(file, tensors);
  }

  private static void loadParams(Path file, CompiledGraph graph, Set<LoadOption> options)
      throws IOException {
    MxnetParams stored = MxnetParams.read(file);
    if (!stored.named()) {
      throw new IllegalArgumentException(
          "%s holds %d arrays without names; %s cannot tell which is which"
              .formatted(file, stored.entries().size(), graph.spec().model()));
    }
    Map<String, StoredArray> arrays = new LinkedHashMap<>();
    for (MxnetParams.Entry entry : stored.entries()) {
      StoredArray.Params array = new StoredArray.Params(stored, entry);
      StoredArray before = arrays.putIfAbsent(array.name(), array);
      if (before != null) {
        throw new IllegalArgumentException(
            "%s has both %s and %s".formatted(file, before.label(), array.label()));
      }
    }
    load(file, graph, options, arrays);
  }

  /// Reads everything before it changes anything.
  ///
  /// @param arrays what the file has for the names of variables
  private static void load(
      Path file, CompiledGraph graph, Set<LoadOption> options, Map<String, StoredArray> arrays)
      throws IOException {
    List<String> problems = problems(graph.spec().states(), arrays, options);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not fit %s:\n  %s"
              .formatted(file, graph.spec().model(), String.join("\n  ", problems)));
    }
    Map<Variable, Tensor> values = new LinkedHashMap<>();
    for (Variable variable : graph.spec().states()) {
      StoredArray array = arrays.get(variable.name());
      if (array != null) {
        try {
          values.put(variable, array.read(variable));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
      }
    }
    values.forEach((variable, value) -> graph.weights().value(variable).set(value));
  }

  private static List<String> problems(
      List<Variable> variables, Map<String, StoredArray> arrays, Set<LoadOption> options) {
    List<String> problems = new ArrayList<>();
    Map<String, StoredArray> unknown = new LinkedHashMap<>(arrays);
    for (Variable variable : variables) {
      StoredArray array = unknown.remove(variable.name());
      if (array != null) {
        problems.addAll(array.differences(variable));
      } else if (!options.contains(LoadOption.ALLOW_MISSING)) {
        problems.add("%s is missing".formatted(variable.name()));
      }
    }
    if (!options.contains(LoadOption.ALLOW_EXTRA)) {
      List<String> names = variables.stream().map(Variable::name).toList();
      unknown.forEach(
          (name, array) ->
              problems.add(
                  "%s is not in the model%s"
                      .formatted(array.label(), Names.suggestion(name, names))));
    }
    return problems;
  }
}
