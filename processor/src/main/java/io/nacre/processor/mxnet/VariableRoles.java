package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.mxnet.SymbolFile.Entry;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the variables of a file are, by the operators that take them. The file itself does not say.
final class VariableRoles {
  private final Map<String, Set<Argument.Role>> roles = new HashMap<>();
  private final Set<String> heads = new HashSet<>();

  VariableRoles(SymbolFile file, Collection<OperatorNode> operators) {
    for (Entry head : file.heads()) {
      heads.add(file.source(head).name());
    }
    for (OperatorNode operator : operators) {
      List<Argument> arguments = operator.arguments();
      List<Entry> inputs = operator.node().inputs();
      for (int i = 0; i < Math.min(arguments.size(), inputs.size()); i++) {
        roles
            .computeIfAbsent(
                file.source(inputs.get(i)).name(),
                variable -> EnumSet.noneOf(Argument.Role.class))
            .add(arguments.get(i).role());
      }
    }
  }

  /// The annotation that would declare a variable.
  String annotation(String variable) {
    Set<Argument.Role> uses = roles.getOrDefault(variable, Set.of());
    if (uses.contains(Argument.Role.AUXILIARY)) {
      return "Auxiliary";
    }
    if (uses.contains(Argument.Role.PARAMETER)) {
      return "Parameter";
    }
    String annotation =
        uses.equals(Set.of(Argument.Role.LABEL))
            ? "Label"
            : uses.isEmpty() ? byName(variable) : "Variable";
    // a prediction is fed no labels, but must have what it puts out
    return annotation.equals("Label") && heads.contains(variable) ? "Variable" : annotation;
  }

  /// For one that only nodes take about which nothing is known: MXNet's habits.
  private static String byName(String name) {
    if (name.endsWith("_moving_mean")
        || name.endsWith("_moving_var")
        || name.endsWith("_running_mean")
        || name.endsWith("_running_var")) {
      return "Auxiliary";
    }
    if (name.endsWith("_weight")
        || name.endsWith("_bias")
        || name.endsWith("_gamma")
        || name.endsWith("_beta")) {
      return "Parameter";
    }
    return name.endsWith("_label") ? "Label" : "Variable";
  }
}
