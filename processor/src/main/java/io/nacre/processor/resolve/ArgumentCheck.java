package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.EdgeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks that each edge of a node goes to an argument of its own, and that all are given that the
/// node does not make itself.
///
/// @param node what messages call the node
/// @param kind what it is: `@Conv`
/// @param place where it is declared
public record ArgumentCheck(
    String node,
    String kind,
    Place place,
    List<Argument> arguments,
    List<EdgeDeclaration> edges,
    Problems problems) {

  /// Whether they are right; otherwise it is reported.
  public boolean check() {
    ArgumentBinding binding = ArgumentBinding.of(arguments, edges);
    Set<String> given = new HashSet<>();
    boolean complete = true;
    for (int i = 0; i < edges.size(); i++) {
      EdgeDeclaration edge = edges.get(i);
      if (!edge.argument().isEmpty() && !given.add(edge.argument())) {
        twice(edge);
        complete = false;
      } else if (binding.argumentOf(i) == ArgumentBinding.NONE) {
        noArgument(edge);
        complete = false;
      }
    }
    return complete && checkMissing(binding);
  }

  private void twice(EdgeDeclaration edge) {
    wrong(
        edge.argumentPlace(),
        edge.parameter() + " is a second edge for the argument " + edge.argument(),
        "remove one of them, or let it name another argument: " + list());
  }

  private void noArgument(EdgeDeclaration edge) {
    if (edge.argument().isEmpty()) {
      wrong(
          edge.place(),
          arguments.isEmpty()
              ? kind + " takes no edge, but " + edge.parameter() + " is one"
              : kind + " takes " + list() + ", which leaves nothing for " + edge.parameter(),
          "remove the parameter " + edge.parameter());
      return;
    }
    String near =
        Similar.hint(edge.argument(), arguments.stream().map(Argument::name).toList());
    wrong(
        edge.argumentPlace(),
        kind + " has no argument " + edge.argument(),
        near.isEmpty() ? "it takes " + list() : near);
  }

  private boolean checkMissing(ArgumentBinding binding) {
    List<String> missing = new ArrayList<>();
    for (int argument = 0; argument < arguments.size(); argument++) {
      if (binding.edgeOf(argument) == ArgumentBinding.NONE
          && arguments.get(argument).role() == Argument.Role.DATA) {
        missing.add(arguments.get(argument).name());
      }
    }
    if (!missing.isEmpty()) {
      wrong(
          place,
          kind
              + " takes "
              + list()
              + ", but "
              + String.join(" and ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not given",
          "add a parameter named after the node that is its "
              + String.join(", one for its ", missing)
              + ": "
              + edges.stream()
                  .map(edge -> "Symbol " + edge.parameter() + ", ")
                  .collect(Collectors.joining("", node + "(", "Symbol ...)")));
    }
    return missing.isEmpty();
  }

  private String list() {
    return arguments.isEmpty()
        ? "none"
        : arguments.stream().map(Argument::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private void wrong(Place at, String fact, String hint) {
    problems.add(Problem.of(ProblemId.WRONG_ARGUMENTS, at, node, fact, hint));
  }
}
