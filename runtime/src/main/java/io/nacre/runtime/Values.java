package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Layer;
import io.nacre.runtime.GraphSpec.Output;
import io.nacre.runtime.GraphSpec.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Looks things up in a [GraphSpec].
final class Values {
  private Values() {}

  /// Something that has a name in a graph.
  record Value(Shape shape, DataType dataType) {}

  /// A variable, a layer's first output, or an output by MXNet's name.
  ///
  /// @throws IllegalArgumentException if there is none of the name
  static Value find(GraphSpec spec, String name) {
    List<String> names = new ArrayList<>();
    for (List<Variable> variables : List.of(spec.arguments(), spec.auxiliaryStates())) {
      for (Variable variable : variables) {
        if (variable.name().equals(name)) {
          return new Value(variable.shape(), variable.dataType());
        }
        names.add(variable.name());
      }
    }
    for (Layer layer : spec.layers()) {
      if (layer.name().equals(name)) {
        return new Value(layer.outputs().getFirst().shape(), layer.dataType());
      }
      names.add(layer.name());
    }
    for (Layer layer : spec.layers()) {
      for (Output output : layer.outputs()) {
        if (output.name().equals(name)) {
          return new Value(output.shape(), layer.dataType());
        }
      }
    }
    throw new IllegalArgumentException(
        "%s has no node '%s'%s".formatted(spec.model(), name, Names.suggestion(name, names)));
  }

  /// What is to be told of each variable, by the given names.
  static <T> Map<String, T> map(
      List<String> names, List<Variable> variables, Function<Variable, T> told) {
    Map<String, T> map = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      map.put(names.get(i), told.apply(variables.get(i)));
    }
    return Collections.unmodifiableMap(map);
  }
}
