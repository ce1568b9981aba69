package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.layer.ArgumentLayer;
import io.nacre.processor.problem.Problems;
import io.nacre.processor.provider.ProviderFailure;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Infers the shape and element type of every node.
///
/// Each layer is asked what its neighbours' shapes say about each other, in both directions, until
/// nobody has anything to add. A node that failed is not asked again and tells nothing.
public final class ShapeInference {
  private ShapeInference() {}

  /// The graph with all shapes and types; empty if it has a problem, found here or before, or an
  /// unknown node.
  public static Optional<TypedGraph> infer(LayerGraph graph, Problems problems) {
    Knowledge knowledge = new Knowledge(graph, problems);
    run(knowledge);
    UndeterminedShapes.report(knowledge);
    Map<LayerNode, DataType> types = TypeInference.infer(knowledge);
    boolean unknown = graph.nodes().stream().anyMatch(node -> knowledge.of(node).failed());
    return unknown || problems.hasErrors()
        ? Optional.empty()
        : Optional.of(typed(graph, shapes(knowledge), types));
  }

  private static TypedGraph typed(
      LayerGraph graph, Map<LayerNode, List<Shape>> shapes, Map<LayerNode, DataType> types) {
    if (graph.nodes().stream().noneMatch(node -> node.layer() instanceof ArgumentLayer)) {
      return new TypedGraph(graph, shapes, types);
    }
    CalledArguments arguments = new CalledArguments(graph);
    Map<LayerNode, List<Shape>> keptShapes = new HashMap<>();
    Map<LayerNode, DataType> keptTypes = new HashMap<>();
    arguments
        .kept()
        .forEach(
            (node, same) -> {
              keptShapes.put(same, shapes.get(node));
              keptTypes.put(same, types.get(node));
            });
    return new TypedGraph(arguments.without(graph), keptShapes, keptTypes);
  }

  /// Reports what is wrong whatever the shapes of the inputs are.
  ///
  /// @param open the nodes of which nothing can be said
  public static void check(LayerGraph graph, Predicate<LayerNode> open, Problems problems) {
    Knowledge knowledge = new Knowledge(graph, problems);
    graph.nodes().stream().filter(open).forEach(node -> knowledge.of(node).fail());
    run(knowledge);
    TypeInference.infer(knowledge);
  }

  /// Asks until nobody has anything to add, and reports what does not fit.
  static void run(Knowledge knowledge) {
    for (Optional<LayerNode> node = knowledge.next(); node.isPresent(); node = knowledge.next()) {
      if (!knowledge.of(node.get()).failed()) {
        ask(node.get(), knowledge);
      }
    }
    knowledge.settle();
  }

  private static void ask(LayerNode node, Knowledge knowledge) {
    try {
      node.layer().infer(new NodeInference(knowledge, node));
    } catch (ProviderFailure failure) {
      knowledge.fail(node, failure.problem(node.path()));
    }
  }

  private static Map<LayerNode, List<Shape>> shapes(Knowledge knowledge) {
    Map<LayerNode, List<Shape>> shapes = new HashMap<>();
    for (LayerNode node : knowledge.graph().nodes()) {
      shapes.put(node, knowledge.of(node).shapes().stream().map(PartialShape::toShape).toList());
    }
    return shapes;
  }
}
