package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// One node of a model, as its method declares it, or as inlining makes it of a node of a block.
///
/// @param name the node: `conv1`, `stem_conv`; after inlining, MXNet's name for it
/// @param given what `@Name` says, if the node has it
/// @param layer the annotation that says what the node computes; its name is empty if there is none
/// @param repeat `@Repeat`, if the node has it and is not inlined yet
/// @param output whether `@Output` marks it as a head
/// @param broken whether a mistake in it was reported already, by Nacre or by the compiler: such a
///     node only counts for names, and nothing more is said about it
/// @param inner where the node stands, if that is not in the model itself
public record NodeDeclaration(
    String name,
    Optional<GivenName> given,
    Place place,
    AnnotationUse layer,
    Optional<AnnotationUse> repeat,
    List<EdgeDeclaration> edges,
    boolean output,
    boolean broken,
    Optional<InnerNode> inner) {
  public NodeDeclaration {
    edges = List.copyOf(edges);
  }

  /// A node that a file declares.
  public NodeDeclaration(
      String name,
      Place place,
      AnnotationUse layer,
      List<EdgeDeclaration> edges,
      boolean output,
      boolean broken) {
    this(
        name,
        Optional.empty(),
        place,
        layer,
        Optional.empty(),
        edges,
        output,
        broken,
        Optional.empty());
  }

  /// This node, but of which nothing more is to be said.
  public NodeDeclaration asBroken() {
    return new NodeDeclaration(name, given, place, layer, repeat, edges, output, true, inner);
  }

  /// This node with another annotation and other edges.
  public NodeDeclaration with(AnnotationUse otherLayer, List<EdgeDeclaration> others) {
    return new NodeDeclaration(
        name, given, place, otherLayer, repeat, others, output, broken, inner);
  }

  /// This node with all its places moved.
  public NodeDeclaration moved(UnaryOperator<Place> move) {
    return new NodeDeclaration(
        name,
        given.map(written -> written.moved(move)),
        move.apply(place),
        layer.moved(move),
        repeat.map(use -> use.moved(move)),
        edges.stream().map(edge -> edge.moved(move)).toList(),
        output,
        broken,
        inner);
  }

  /// What messages call the node: `stem.conv`.
  public String path() {
    return inner.map(InnerNode::path).orElse(name);
  }

  /// The blocks in which it stands, from the outside in: `in3a` and `c1x1` for `in3a.c1x1.conv`.
  public List<String> blocks() {
    return inner.map(InnerNode::blocks).orElse(List.of());
  }

  /// The node of the model itself in which it stands: `stem` for `stem.conv`; else its own name.
  public String use() {
    return inner.map(InnerNode::use).orElse(name);
  }

  /// The node after which the weights are named that it makes itself: `fc1` for `fc1_weight`.
  public String weights() {
    return inner.map(InnerNode::weights).orElse(name);
  }

  /// Whether the node can be a head: it is no part of a block that the block keeps for itself.
  public boolean visible() {
    return inner.map(InnerNode::visible).orElse(true);
  }

  /// Whether the node is an input of a called model, where it takes an edge.
  public boolean argument() {
    return inner.map(InnerNode::argument).orElse(false);
  }

  /// Where MXNet's name for it is written.
  public Place namePlace() {
    return given.map(GivenName::place).orElse(place);
  }

  /// The node on one line: `conv1 = @Conv(filters = 20, kernel = 5) (data)`.
  public String text() {
    String inputs = edges.stream().map(EdgeDeclaration::text).collect(Collectors.joining(", "));
    return (output ? "@Output " : "")
        + name
        + " = "
        + repeat.map(use -> use.text() + " ").orElse("")
        + layer.text()
        + given.map(written -> " @Name(\"" + written.text() + "\")").orElse("")
        + (edges.isEmpty() ? "" : " (" + inputs + ")")
        + (broken ? " broken" : "");
  }
}
