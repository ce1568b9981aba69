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
      String shape = variable.shape().toString();
      if (entry == null) {
        problems.add("%s is missing".formatted(variable.name()));
        continue;
      }
      String found = text(entry.shape());
      if (!found.equals(shape)) {
        problems.add("%s is %s, not %s".formatted(variable.name(), found, shape));
      }
      String wanted = variable.dataType() == DataType.FLOAT32 ? "F32" : "F64";
      if (!entry.dataType().equals(wanted)) {
        problems.add(
            "%s is of type %s, not %s".formatted(variable.name(), entry.dataType(), wanted));
      }
    }
    List<String> names = variables.stream().map(Variable::name).toList();
    for (String name : unknown) {
      problems.add("%s is not in the model%s".formatted(name, Names.suggestion(name, names)));
    }
    return problems;
  }

  private static String text(List<Long> shape) {
    return shape.isEmpty()
        ? "scalar"
        : String.join(" x ", shape.stream().map(String::valueOf).toList());
  }
}
