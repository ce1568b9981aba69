package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Map;

/// A graph in which the shape of every output and the element type of every node is known.
public record TypedGraph(
    LayerGraph layers, Map<LayerNode, List<Shape>> shapes, Map<LayerNode, DataType> types) {
  public TypedGraph {
    shapes = Map.copyOf(shapes);
    types = Map.copyOf(types);
  }

  /// The shape of a node's output, the first if there are several.
  public Shape shape(LayerNode node) {
    return shape(node, 0);
  }

  public Shape shape(LayerNode node, int output) {
    return shapes.get(node).get(output);
  }

  public DataType type(LayerNode node) {
    return types.get(node);
  }
}
