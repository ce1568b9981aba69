package io.nacre.processor.resolve;

import io.nacre.processor.ir.GradReq;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.stream.Collectors;

/// A node with its edges: a layer, or a variable that the model declares or an operator implies.
///
/// @param name MXNet's name for it: `fc1`, `fc1_weight`, `stem_conv`
/// @param path what messages call it: `stem.conv`
/// @param blocks the uses in which it stands, from the outside in: `stem`
/// @param implied whether no method declares it
/// @param arguments the operator's arguments, in its order
/// @param edges what each argument takes, parallel to `arguments`
public record LayerNode(
    String name,
    String path,
    List<String> blocks,
    Layer layer,
    Attributes attributes,
    Place place,
    boolean implied,
    List<Argument> arguments,
    List<LayerEdge> edges) {
  public LayerNode {
    blocks = List.copyOf(blocks);
    arguments = List.copyOf(arguments);
    edges = List.copyOf(edges);
  }

  /// A node that messages call by its name.
  public LayerNode(
      String name,
      Layer layer,
      Attributes attributes,
      Place place,
      boolean implied,
      List<Argument> arguments,
      List<LayerEdge> edges) {
    this(name, name, List.of(), layer, attributes, place, implied, arguments, edges);
  }

  /// This node with other edges.
  public LayerNode with(List<LayerEdge> others) {
    return new LayerNode(
        name, path, blocks, layer, attributes, place, implied, arguments, others);
  }

  /// What becomes of the gradient with respect to this node's value: only weights, and inputs that ask
  /// for it, keep one.
  public GradReq gradient() {
    return switch (layer.variable()) {
      case PARAMETER ->
          attributes.written("grad") ? GradReq.valueOf(attributes.constant("grad")) : GradReq.WRITE;
      case INPUT ->
          attributes.written("gradient") && attributes.flag("gradient")
              ? GradReq.WRITE
              : GradReq.NONE;
      case LABEL, AUXILIARY, NONE -> GradReq.NONE;
    };
  }

  /// The node on one line: `conv1 = @Conv(filters = 20, kernel = 5) (data, conv1_weight, ...)`.
  String text() {
    String inputs = edges.stream().map(LayerEdge::text).collect(Collectors.joining(", "));
    return name + " = " + attributes.description() + (edges.isEmpty() ? "" : " (" + inputs + ")");
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
