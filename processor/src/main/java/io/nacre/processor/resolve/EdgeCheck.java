package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.EdgeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks that each edge of a node comes from somewhere and goes to an argument.
final class EdgeCheck {
  private final Set<String> names;
  private final Map<String, BoundNode> nodes;
  private final Map<String, String> makers = new HashMap<>();
  private final Problems problems;

  /// @param names all nodes, in declaration order
  /// @param nodes those of them that have a layer
  EdgeCheck(Set<String> names, Map<String, BoundNode> nodes, Problems problems) {
    this.names = names;
    this.nodes = nodes;
    this.problems = problems;
    for (BoundNode node : nodes.values()) {
      for (int argument = 0; argument < node.arguments().size(); argument++) {
        if (node.implies(argument)) {
          makers.put(node.impliedName(argument), node.name());
        }
      }
    }
  }

  void check(BoundNode node) {
    Set<String> given = new HashSet<>();
    boolean complete = true;
    for (int edge = 0; edge < node.declaration().edges().size(); edge++) {
      EdgeDeclaration declared = node.declaration().edges().get(edge);
      boolean named = !declared.argument().isEmpty();
      boolean bound = node.binding().argumentOf(edge) != ArgumentBinding.NONE;
      if (bound || named) {
        checkSource(node, declared);
      }
      if (named && !given.add(declared.argument())) {
        twice(node, declared);
        complete = false;
      } else if (!bound) {
        noArgument(node, declared);
        complete = false;
      }
    }
    if (complete) {
      checkMissing(node);
    }
  }

  private void checkSource(BoundNode node, EdgeDeclaration edge) {
    BoundNode source = nodes.get(edge.target());
    if (!names.contains(edge.target())) {
      unknown(node, edge);
    } else if (source != null && !source.declaration().broken()) {
      int outputs = source.outputs().size();
      if (edge.output() < 0 || edge.output() >= outputs) {
        wrong(
            node,
            edge.outputPlace(),
            "takes output "
                + edge.output()
                + " of "
                + edge.target()
                + ", which has "
                + outputs
                + (outputs == 1 ? " output" : " outputs"),
            outputs == 1
                ? "leave output out"
                : "outputs count from 0: write 0 to " + (outputs - 1));
      }
    }
  }

  private void unknown(BoundNode node, EdgeDeclaration edge) {
    String target = edge.target();
    String maker = makers.get(target);
    String hint = Similar.hint(target, names);
    if (maker != null) {
      hint =
          "to share what "
              + maker
              + " makes itself, declare it: @Parameter Symbol "
              + target
              + "(); and give it to "
              + maker
              + " as well";
    }
    problems.add(
        new Problem(
            ProblemId.UNKNOWN_EDGE,
            edge.place(),
            node.name(),
            "no node is named " + (target.isEmpty() ? "\"\"" : target),
            List.of("there are " + Similar.list(names)),
            hint));
  }

  private void twice(BoundNode node, EdgeDeclaration edge) {
    wrong(
        node,
        edge.argumentPlace(),
        edge.parameter() + " is a second edge for the argument " + edge.argument(),
        "remove one of them, or let it name another argument: " + arguments(node));
  }

  private void noArgument(BoundNode node, EdgeDeclaration edge) {
    String kind = node.attributes().kind();
    List<String> arguments = node.arguments().stream().map(Argument::name).toList();
    if (edge.argument().isEmpty()) {
      wrong(
          node,
          edge.place(),
          node.arguments().isEmpty()
              ? kind + " takes no edge, but " + edge.parameter() + " is one"
              : kind
                  + " takes "
                  + arguments(node)
                  + ", which leaves nothing for "
                  + edge.parameter(),
          "remove the parameter " + edge.parameter());
      return;
    }
    String near = Similar.hint(edge.argument(), arguments);
    wrong(
        node,
        edge.argumentPlace(),
        kind + " has no argument " + edge.argument(),
        near.isEmpty() ? "it takes " + arguments(node) : near);
  }

  private void checkMissing(BoundNode node) {
    List<String> missing = new ArrayList<>();
    for (int argument = 0; argument < node.arguments().size(); argument++) {
      if (node.edge(argument).isEmpty() && !node.implies(argument)) {
        missing.add(node.arguments().get(argument).name());
      }
    }
    if (!missing.isEmpty()) {
      wrong(
          node,
          node.declaration().place(),
          node.attributes().kind()
              + " takes "
              + arguments(node)
              + ", but "
              + String.join(" and ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not given",
          "add a parameter named after the node that is its "
              + String.join(", one for its ", missing)
              + ": "
              + node.declaration().edges().stream()
                  .map(edge -> "Symbol " + edge.parameter() + ", ")
                  .collect(Collectors.joining("", node.name() + "(", "Symbol ...)")));
    }
  }

  private static String arguments(BoundNode node) {
    return node.arguments().isEmpty()
        ? "none"
        : node.arguments().stream().map(Argument::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private void wrong(BoundNode node, Place place, String fact, String hint) {
    problems.add(Problem.of(ProblemId.WRONG_ARGUMENTS, place, node.name(), fact, hint));
  }
}
