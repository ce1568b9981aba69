package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;
import io.nacre.runtime.files.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parameters and auxiliary states as a safetensors file, under MXNet's names.
final class WeightsFile {
  private WeightsFile() {}

  static void save(Path file, CompiledGraph graph) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Variable variable : graph.spec().states()) {
      tensors.put(variable.name(), graph.weights().value(variable));
    }
    SafeTensors.write(file, tensors);
  }

  /// Reads everything before it changes anything.
  static void load(Path file, CompiledGraph graph) throws IOException {
    SafeTensors stored = SafeTensors.read(file);
    List<Variable> variables = graph.spec().states();
    List<String> problems = problems(stored, variables);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not fit %s:\n  %s"
              .formatted(file, graph.spec().model(), String.join("\n  ", problems)));
    }
    List<Tensor> values = new ArrayList<>();
    for (Variable variable : variables) {
      values.add(stored.get(variable.name()));
    }
    for (int i = 0; i < values.size(); i++) {
      graph.weights().value(variables.get(i)).set(values.get(i));
    }
  }

  private static List<String> problems(SafeTensors stored, List<Variable> variables) {
    List<String> problems = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>(stored.names());
    for (Variable variable : variables) {
      SafeTensors.Entry entry = stored.entries().get(variable.name());
      unknown.remove(variable.name());
      if (entry == null) {
        problems.add("%s is missing".formatted(variable.name()));
      } else {
        problems.addAll(differences(variable.name(), entry, variable.shape(), variable.dataType()));
      }
    }
    List<String> names = variables.stream().map(Variable::name).toList();
    for (String name : unknown) {
      problems.add("%s is not in the model%s".formatted(name, Names.suggestion(name, names)));
    }
    return problems;
  }

  /// How a stored tensor differs from what is wanted, in words.
  static List<String> differences(
      String name, SafeTensors.Entry entry, Shape shape, DataType dataType) {
    List<String> differences = new ArrayList<>();
    String found = text(entry.shape());
    if (!found.equals(shape.toString())) {
      differences.add("%s is %s, not %s".formatted(name, found, shape));
    }
    String wanted = dataType == DataType.FLOAT32 ? "F32" : "F64";
    if (!entry.dataType().equals(wanted)) {
      differences.add("%s is of type %s, not %s".formatted(name, entry.dataType(), wanted));
    }
    return differences;
  }

  private static String text(List<Long> shape) {
    return shape.isEmpty()
        ? "scalar"
        : String.join(" x ", shape.stream().map(String::valueOf).toList());
  }
}
