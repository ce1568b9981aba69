package io.nacre.processor.write;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Shapes and types of a right model's nodes and heads by name.
final class ModelFacts {
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, DataType> types = new HashMap<>();

  ModelFacts(CompiledModel model) {
    for (LayerNode node : model.typed().layers().nodes()) {
      shapes.put(node.name(), model.typed().shape(node));
      types.put(node.name(), model.typed().type(node));
    }
    for (LayerEdge head : model.typed().layers().heads()) {
      shapes.put(head.headName(), model.typed().shape(head.node(), head.output()));
      types.put(head.headName(), model.typed().type(head.node()));
    }
  }

  Optional<Shape> shape(String node) {
    return Optional.ofNullable(shapes.get(node));
  }

  /// `N x 1 x 28 x 28, float32`
  Optional<String> describe(String node) {
    return shape(node).map(shape -> shape + ", " + types.get(node));
  }
}
