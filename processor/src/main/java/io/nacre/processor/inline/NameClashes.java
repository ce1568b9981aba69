package io.nacre.processor.inline;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.read.BlockDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two nodes of one name, put into words.
final class NameClashes {
  private NameClashes() {}

  /// Both have one name for MXNet.
  ///
  /// @param taken the names that cannot be given either
  static Problem ofNames(
      NodeDeclaration node, Position position, Instance first, Set<String> taken) {
    String name = position.name();
    boolean plain = name.equals(position.java()) && name.equals(first.position().java());
    String other = free(name, taken).replace("%", "%%");
    return new Problem(
        ProblemId.NAME_CLASH,
        plain ? node.place() : node.namePlace(),
        node.path(),
        plain
            ? "another node of the network is called %s as well".formatted(name)
            : "its name for MXNet is %s, which is that of %s as well"
                .formatted(name, first.path()),
        way(first),
        plain ? "rename one of them" : "give it another, @Name(\"%s\")".formatted(other));
  }

  /// Reports layers of a block that get one name in each use, because of `@Name`. (Those of
  /// repeated ones, and of blocks inside, are compared where the block is used.)
  static void check(BlockDeclaration block, Problems problems) {
    Map<String, NodeDeclaration> taken = new HashMap<>();
    for (NodeDeclaration node : block.nodes()) {
      if (node.repeat().isPresent() || node.layer().layer().isEmpty()) {
        continue;
      }
      NodeDeclaration first = taken.putIfAbsent(used(node), node);
      if (first == null || node.broken()) {
        continue;
      }
      if (first.given().isPresent() || node.given().isPresent()) {
        problems.add(
            Problem.of(
                ProblemId.NAME_CLASH,
                node.namePlace(),
                node.name(),
                "its name for MXNet is that of %s as well: %s".formatted(first.name(), used(node)),
                "give it another, @Name(\"%s\")".formatted(free(used(node), taken.keySet()))));
      }
    }
  }

  /// What a use makes of a node's name, with `%s` for that of the use.
  private static String used(NodeDeclaration node) {
    return node.given()
        .map(given -> given.hole() ? given.text() : "%s_" + given.text())
        .orElse("%s_" + node.name());
  }

  /// Both are spelt alike in Java, though not for MXNet.
  static Problem inJava(NodeDeclaration node, Position position, Instance first) {
    return new Problem(
        ProblemId.NAME_CLASH,
        node.place(),
        node.path(),
        "Java calls it %s, as it calls %s".formatted(position.java(), first.path()),
        way(first),
        "rename one of the methods: @Name leaves the name in Java as it is");
  }

  /// The clause that says what the first is, if that is not plain from its name.
  private static List<String> way(Instance first) {
    List<String> way = first.position().way();
    return way.isEmpty() ? List.of() : List.of(way.get(way.size() - 1));
  }

  private static String free(String name, Set<String> taken) {
    int number = 2;
    while (taken.contains(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }
}
