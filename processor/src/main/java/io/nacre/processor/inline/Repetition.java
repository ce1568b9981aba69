package io.nacre.processor.inline;

import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.Copies;
import io.nacre.processor.read.NodeDeclaration;

/// How often a node is repeated, and how its copies are called.
///
/// @param node the node; broken if nothing more is to be said about its copies
/// @param path what messages call the node
record Repetition(NodeDeclaration node, String path, Copies names, int count) {

  /// Reads `@Repeat` of a node that has it; mistakes are reported.
  static Repetition of(NodeDeclaration node, String path, Problems problems) {
    AnnotationUse repeat = node.repeat().orElseThrow();
    Copies names = Copies.of(node, repeat);
    AttributeValue value = repeat.attributes().get("value");
    if (node.broken() || value == null || !(value.value() instanceof Integer count)) {
      return new Repetition(node.asBroken(), path, names, 1);
    }
    int before = problems.all().size();
    if (node.edges().isEmpty()) {
      bad(
          problems,
          repeat.place(),
          path,
          "it takes no edge by which one copy could feed the next",
          "remove @Repeat, and write each of them by itself");
    }
    if (!names.right()) {
      bad(
          problems,
          repeat.attributes().get("prefix").place(),
          path,
          "prefix = \"%s\" does not make a name for each copy".formatted(names.prefix()),
          "write letters, digits and _ with one %d for the number: \"layer%d_\"");
    }
    if (value.isParam()) {
      return new Repetition(node, path, names, 1);
    }
    if (count < 1) {
      bad(
          problems,
          value.place(),
          path,
          "it is repeated %d times".formatted(count),
          "repeat it at least once, or remove it");
    } else if (count > TreeBuilder.MOST_NODES) {
      bad(
          problems,
          value.place(),
          path,
          "%d copies are more than a network can hold".formatted(count),
          "repeat it less; a network has at most %d nodes".formatted(TreeBuilder.MOST_NODES));
    }
    return problems.all().size() == before
        ? new Repetition(node, path, names, count)
        : new Repetition(node.asBroken(), path, names, 1);
  }

  String name(int copy) {
    return names.name(copy);
  }

  /// `is copy 2 of 3 of fc: @FullyConnected(units = 10)`
  String clause(int copy) {
    return "is copy %d of %d of %s: %s".formatted(copy, count, path, node.layer().text());
  }

  private static void bad(
      Problems problems, Place place, String path, String fact, String hint) {
    problems.add(Problem.of(ProblemId.BAD_REPEAT, place, path, fact, hint));
  }
}
