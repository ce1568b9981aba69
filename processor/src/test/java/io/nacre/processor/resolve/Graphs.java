package io.nacre.processor.resolve;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Builds layer graphs without a compiler. Nodes stand in the order in which they are made.
public final class Graphs {
  private final List<LayerNode> nodes = new ArrayList<>();

  /// A node with its arguments by position. A missing parameter or label is made, as a model does.
  ///
  /// @param attributes names and values in turn
  public LayerNode node(
      String name, String annotation, List<LayerNode> inputs, Object... attributes) {
    Map<String, LayerNode> named = new HashMap<>();
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] instanceof LayerNode given) {
        named.put((String) attributes[i], given);
      } else {
        values.put((String) attributes[i], attributes[i + 1]);
      }
    }
    Layer layer = Layers.of(annotation).orElseThrow();
    MapAttributes map = new MapAttributes(name, annotation, values);
    List<Argument> arguments = layer.arguments(map, inputs.size());
    List<LayerEdge> edges = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i).name();
      LayerNode source = i < inputs.size() ? inputs.get(i) : named.get(argument);
      if (source == null) {
        source = implied(name + "_" + argument, arguments.get(i).role());
      }
      edges.add(new LayerEdge(source, 0, new MapAttributes.Named(name + "(" + argument + ")")));
    }
    LayerNode node =
        new LayerNode(name, layer, map, new MapAttributes.Named(name), false, arguments, edges);
    nodes.add(node);
    return node;
  }

  private LayerNode implied(String name, Argument.Role role) {
    String annotation =
        switch (role) {
          case PARAMETER -> "Parameter";
          case LABEL -> "Label";
          case DATA, AUXILIARY -> throw new IllegalArgumentException(name + " is not given");
        };
    LayerNode node =
        new LayerNode(
            name,
            Layers.of(annotation).orElseThrow(),
            new MapAttributes(name, annotation, Map.of()),
            new MapAttributes.Named(name),
            true,
            List.of(),
            List.of());
    nodes.add(node);
    return node;
  }

  public LayerNode node(String name, String annotation, LayerNode data, Object... attributes) {
    return node(name, annotation, List.of(data), attributes);
  }

  /// A variable, its shape as a list of numbers; without one if there are none.
  public LayerNode variable(String name, String annotation, Integer... shape) {
    return shape.length == 0
        ? node(name, annotation, List.of())
        : node(name, annotation, List.of(), "value", List.of(shape));
  }

  public LayerGraph graph(LayerNode... heads) {
    return graph(0, heads);
  }

  public LayerGraph graph(int batch, LayerNode... heads) {
    return new LayerGraph(
        "Test",
        batch,
        nodes,
        Stream.of(heads).map(head -> new LayerEdge(head, 0, head.place())).toList());
  }
}
