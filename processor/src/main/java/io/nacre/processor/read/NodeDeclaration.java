package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.stream.Collectors;

/// One method of a model.
///
/// @param layer the annotation that says what the node computes; its name is empty if there is none
/// @param output whether `@Output` marks it as a head
/// @param broken whether a mistake in it was reported already, by Nacre or by the compiler: such a
///     node only counts for names, and nothing more is said about it
public record NodeDeclaration(
    String name,
    Place place,
    AnnotationUse layer,
    List<EdgeDeclaration> edges,
    boolean output,
    boolean broken) {
  public NodeDeclaration {
    edges = List.copyOf(edges);
  }

  /// This node, about which nothing more is said.
  public NodeDeclaration asBroken() {
    return new NodeDeclaration(name, place, layer, edges, output, true);
  }

  /// The node on one line: `conv1 = @Conv(filters = 20, kernel = 5) (data)`.
  public String text() {
    String inputs = edges.stream().map(EdgeDeclaration::text).collect(Collectors.joining(", "));
    return (output ? "@Output " : "")
        + name
        + " = "
        + layer.text()
        + (edges.isEmpty() ? "" : " (" + inputs + ")")
        + (broken ? " broken" : "");
  }
}
