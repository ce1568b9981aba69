package io.nacre.processor.resolve;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Checks that each edge of a node comes from somewhere and goes to an argument.
final class EdgeCheck {
  private final ModelDeclaration model;
  private final Map<String, BoundNode> nodes;
  private final Map<String, String> makers = new HashMap<>();
  private final Problems problems;
  private final Set<String> wrong = new HashSet<>();

  /// @param nodes those of the model that have a layer
  EdgeCheck(ModelDeclaration model, Map<String, BoundNode> nodes, Problems problems) {
    this.model = model;
    this.nodes = nodes;
    this.problems = problems;
    for (BoundNode node : nodes.values()) {
      for (int argument = 0; argument < node.arguments().size(); argument++) {
        if (node.implies(argument)) {
          makers.put(model.spelling().java(node.impliedName(argument)), node.path());
        }
      }
    }
  }

  /// The nodes whose arguments are wrong, so that nothing is to be said of what takes them.
  Set<String> wrong() {
    return wrong;
  }

  void check(BoundNode node) {
    for (int edge = 0; edge < node.declaration().edges().size(); edge++) {
      EdgeDeclaration declared = node.declaration().edges().get(edge);
      boolean named = !declared.argument().isEmpty();
      if (named || node.binding().argumentOf(edge) != ArgumentBinding.NONE) {
        checkSource(node, declared);
      }
    }
    boolean right =
        new ArgumentCheck(
                node.path(),
                node.attributes().kind(),
                node.declaration().place(),
                node.arguments(),
                node.declaration().edges(),
                problems)
            .check();
    if (!right) {
      wrong.add(node.name());
    }
  }

  private void checkSource(BoundNode node, EdgeDeclaration edge) {
    if (edge.state() == EdgeDeclaration.State.MISSING) {
      unknown(node, edge);
      return;
    }
    BoundNode source = nodes.get(edge.target());
    if (edge.state() != EdgeDeclaration.State.FOUND
        || source == null
        || source.declaration().broken()) {
      return;
    }
    int outputs = source.outputs().size();
    if (edge.output() < 0 || edge.output() >= outputs) {
      wrong.add(node.name());
      problems.add(
          Problem.of(
              ProblemId.WRONG_ARGUMENTS,
              edge.outputPlace(),
              node.path(),
              "takes output "
                  + edge.output()
                  + " of "
                  + source.path()
                  + ", which has "
                  + outputs
                  + (outputs == 1 ? " output" : " outputs"),
              outputs == 1
                  ? "leave output out"
                  : "outputs count from 0: write 0 to " + (outputs - 1)));
    }
  }

  private void unknown(BoundNode node, EdgeDeclaration edge) {
    String maker = makers.get(edge.target());
    problems.add(
        maker == null
            ? UnknownEdge.of(node.path(), edge, model)
            : UnknownEdge.of(
                node.path(),
                edge,
                model.names().keySet(),
                "to share what "
                    + maker
                    + " makes itself, declare it: @Parameter Symbol "
                    + edge.target()
                    + "(); and give it to "
                    + maker
                    + " as well"));
  }
}
