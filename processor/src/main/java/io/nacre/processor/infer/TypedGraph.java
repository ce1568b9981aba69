package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.Map;

/// A graph in which every node's shape and element type is known.
public record TypedGraph(
    LayerGraph layers, Map<LayerNode, Shape> shapes, Map<LayerNode, DataType> types) {
  public TypedGraph {
    shapes = Map.copyOf(shapes);
    types = Map.copyOf(types);
  }

  public Shape shape(LayerNode node) {
    return shapes.get(node);
  }

  public DataType type(LayerNode node) {
    return types.get(node);
  }
}
