package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Infers the shape and element type of every node.
///
/// Each layer is asked what its neighbours' shapes say about each other, in both directions, until
/// nobody has anything to add. A node that failed is not asked again and tells nothing.
public final class ShapeInference {
  private ShapeInference() {}

  /// The graph with all shapes and types; empty if it has a problem, found here or before.
  public static Optional<TypedGraph> infer(LayerGraph graph, Problems problems) {
    Knowledge knowledge = new Knowledge(graph, problems);
    for (Optional<LayerNode> node = knowledge.next(); node.isPresent(); node = knowledge.next()) {
      if (!knowledge.of(node.get()).failed()) {
        node.get().layer().infer(new NodeInference(knowledge, node.get()));
      }
    }
    UndeterminedShapes.report(knowledge);
    Map<LayerNode, DataType> types = TypeInference.infer(knowledge);
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(new TypedGraph(graph, shapes(knowledge), types));
  }

  private static Map<LayerNode, List<Shape>> shapes(Knowledge knowledge) {
    Map<LayerNode, List<Shape>> shapes = new HashMap<>();
    for (LayerNode node : knowledge.graph().nodes()) {
      shapes.put(node, knowledge.of(node).shapes().stream().map(PartialShape::toShape).toList());
    }
    return shapes;
  }
}
