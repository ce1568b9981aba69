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

/// What an [Optimizer] remembers, as a safetensors file: a tensor `NAME.STATE` for each parameter
/// and state, for instance `fc1_weight.momentum`; optimizer, number of updates and factor as texts.
final class StateFile {
  private static final String OPTIMIZER = "optimizer";
  private static final String UPDATES = "updates";
  private static final String FACTOR = "factor";

  private StateFile() {}

  static void save(Path file, String optimizer, OptimizerState state, GraphSpec spec)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(OPTIMIZER, optimizer);
    texts.put(UPDATES, Long.toString(state.updates()));
    texts.put(FACTOR, Double.toString(state.factor));
    SafeTensors.write(file, tensors(state, spec), texts);
  }

  /// Reads everything before it changes anything.
  static void load(Path file, String optimizer, OptimizerState state, GraphSpec spec)
      throws IOException {
    SafeTensors stored = SafeTensors.read(file);
    String kind = stored.metadata().get(OPTIMIZER);
    if (!optimizer.equals(kind)) {
      throw new IllegalArgumentException(
          kind == null
              ? "%s is no file of an optimizer's state".formatted(file)
              : "%s is the state of %s, not of %s".formatted(file, kind, optimizer));
    }
    long updates;
    double factor;
    try {
      updates = Long.parseLong(stored.metadata().get(UPDATES));
      factor = Double.parseDouble(stored.metadata().getOrDefault(FACTOR, ""));
    } catch (NumberFormatException e) {
      throw new IOException("%s: %s or %s is no number".formatted(file, UPDATES, FACTOR), e);
    }
    if (updates < 0) {
      throw new IOException("%s: %d updates".formatted(file, updates));
    }
    Map<String, Tensor> tensors = tensors(state, spec);
    List<String> problems = problems(stored, tensors);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not fit %s on %s:\n  %s"
              .formatted(file, optimizer, spec.model(), String.join("\n  ", problems)));
    }
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (String name : tensors.keySet()) {
      values.put(name, stored.get(name));
    }
    values.forEach((name, value) -> tensors.get(name).set(value));
    state.updates(updates);
    state.factor = factor;
  }

  private static Map<String, Tensor> tensors(OptimizerState state, GraphSpec spec) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Variable parameter : spec.parameters()) {
      for (String name : state.names()) {
        tensors.put(parameter.name() + "." + name, state.value(name, parameter));
      }
    }
    return tensors;
  }

  private static List<String> problems(SafeTensors stored, Map<String, Tensor> tensors) {
    List<String> problems = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>(stored.names());
    tensors.forEach(
        (name, tensor) -> {
          SafeTensors.Entry entry = stored.entries().get(name);
          unknown.remove(name);
          if (entry == null) {
            problems.add("%s is missing".formatted(name));
          } else {
            problems.addAll(StoredArray.Safe.differences(entry, tensor.shape(), tensor.dataType()));
          }
        });
    for (String name : unknown) {
      problems.add("%s is nothing that this optimizer remembers".formatted(name));
    }
    return problems;
  }
}
