package io.nacre.processor.resolve;

import io.nacre.processor.read.ModelDeclaration;
import java.util.ArrayList;
import java.util.List;

/// A variable that a layer makes itself, because the model does not give it.
///
/// @param name its name: `fc1_weight`
/// @param java how Java spells it
/// @param owner the node that makes it: `fc1`
/// @param path what messages call that node
/// @param argument what it is for: `weight`
public record ImpliedVariable(
    String name, String java, String owner, String path, String argument) {

  /// All of them, in declaration order of the nodes that make them.
  public static List<ImpliedVariable> all(ModelDeclaration model) {
    List<ImpliedVariable> variables = new ArrayList<>();
    for (BoundNode node : BoundNode.all(model).values()) {
      for (int argument = 0; argument < node.arguments().size(); argument++) {
        if (node.implies(argument)) {
          variables.add(
              new ImpliedVariable(
                  node.impliedName(argument),
                  model.spelling().java(node.impliedName(argument)),
                  node.name(),
                  node.path(),
                  node.arguments().get(argument).name()));
        }
      }
    }
    return variables;
  }

  /// The parameter by which the owner would take a declared node instead.
  public String edge(String node) {
    String annotation =
        switch (argument) {
          case "weight" -> "@Weight";
          case "bias" -> "@Bias";
          default -> "@As(\"" + argument + "\")";
        };
    return annotation + " Symbol " + node;
  }
}
