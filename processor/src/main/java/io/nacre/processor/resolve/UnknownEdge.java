package io.nacre.processor.resolve;

import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// An edge that comes from no node, put into words.
public final class UnknownEdge {
  private UnknownEdge() {}

  /// @param node what messages call the node that has the edge
  /// @param model with all blocks inlined
  public static Problem of(String node, EdgeDeclaration edge, ModelDeclaration model) {
    String target = edge.target();
    boolean path = target.indexOf('.') >= 0;
    Collection<String> names =
        path
            ? model.nodes().stream().map(NodeDeclaration::path).toList()
            : namesAndCopies(model);
    String hint =
        model.nodes().stream()
            .filter(inner -> inner.name().equals(target) && !inner.path().equals(target))
            .findFirst()
            .map(inner -> "write @From(\"%s\")".formatted(inner.path()))
            .orElseGet(() -> Similar.hint(target, names));
    return of(node, edge, names, hint.isEmpty() && !path ? declaration(edge) : hint);
  }

  /// The names of the model, and those of the copies of its nodes: `fc`, `fc1`, `fc2`.
  private static Collection<String> namesAndCopies(ModelDeclaration model) {
    Set<String> names = new LinkedHashSet<>(model.names().keySet());
    model.nodes().stream()
        .map(NodeDeclaration::path)
        .filter(path -> path.indexOf('.') < 0)
        .forEach(names::add);
    return names;
  }

  /// Nothing has a similar name: it may be forgotten altogether.
  private static String declaration(EdgeDeclaration edge) {
    String kind =
        switch (edge.argument()) {
          case "label" -> "@Label";
          case "weight", "bias", "gamma", "beta", "parameters" -> "@Parameter";
          default -> "@Input({3, 28, 28})";
        };
    return edge.target().isEmpty()
        ? ""
        : "take one of these, or declare it, such as %s Symbol %s();"
            .formatted(kind, edge.target());
  }

  static Problem of(
      String node, EdgeDeclaration edge, Collection<String> names, String hint) {
    String target = edge.target();
    return new Problem(
        ProblemId.UNKNOWN_EDGE,
        edge.place(),
        node,
        "no node is named " + (target.isEmpty() ? "\"\"" : target),
        names.isEmpty() ? List.of() : List.of("there are " + Similar.list(names)),
        hint);
  }
}
