package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.ArgumentLayer;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A declared node with its layer, its edges given to the operator's arguments.
record BoundNode(
    NodeDeclaration declaration,
    Layer layer,
    Attributes attributes,
    List<Argument> arguments,
    ArgumentBinding binding) {

  /// Empty if there is no layer for the node's annotation.
  static Optional<BoundNode> of(NodeDeclaration declaration) {
    return layer(declaration)
        .map(
            layer -> {
              Attributes attributes = new DeclaredAttributes(declaration.layer());
              List<Argument> arguments =
                  List.copyOf(layer.arguments(attributes, declaration.edges().size()));
              return new BoundNode(
                  declaration,
                  layer,
                  attributes,
                  arguments,
                  ArgumentBinding.of(arguments, declaration.edges()));
            });
  }

  private static Optional<Layer> layer(NodeDeclaration declaration) {
    return declaration.argument()
        ? Optional.of(ArgumentLayer.of(declaration.layer().name()))
        : declaration.layer().layer();
  }

  /// The nodes of a model by name, in declaration order: of several of one name the first, and none
  /// without a layer.
  static Map<String, BoundNode> all(ModelDeclaration model) {
    Map<String, BoundNode> nodes = new LinkedHashMap<>();
    for (NodeDeclaration declaration : model.nodes()) {
      of(declaration).ifPresent(node -> nodes.putIfAbsent(node.name(), node));
    }
    return nodes;
  }

  String name() {
    return declaration.name();
  }

  /// What messages call it.
  String path() {
    return declaration.path();
  }

  /// MXNet's names of its outputs.
  List<String> outputs() {
    return layer.outputs(attributes);
  }

  boolean isVariable() {
    return layer.variable() != VariableKind.NONE;
  }

  /// The edge that an argument takes.
  Optional<EdgeDeclaration> edge(int argument) {
    int edge = binding.edgeOf(argument);
    return edge == ArgumentBinding.NONE
        ? Optional.empty()
        : Optional.of(declaration.edges().get(edge));
  }

  /// Whether the node makes the argument itself, because the model does not give it.
  boolean implies(int argument) {
    return edge(argument).isEmpty() && arguments.get(argument).role() != Argument.Role.DATA;
  }

  /// The name of the variable that the node makes for an argument: `fc1_weight`. Calls that share
  /// weights make them under the name of one of them.
  String impliedName(int argument) {
    return maker(argument) + "_" + arguments.get(argument).name();
  }

  /// The node after which that variable is named.
  String maker(int argument) {
    boolean label = arguments.get(argument).role() == Argument.Role.LABEL;
    return label ? name() : declaration.weights();
  }

  /// Whether that variable is named after this node itself, and not after one that shares it.
  boolean isMaker(int argument) {
    return maker(argument).equals(name());
  }

  /// What messages call that variable.
  String impliedPath(int argument) {
    return path() + "_" + arguments.get(argument).name();
  }
}
