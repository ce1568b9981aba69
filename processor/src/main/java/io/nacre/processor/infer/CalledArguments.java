package io.nacre.processor.infer;

import io.nacre.processor.layer.ArgumentLayer;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes the inputs of called models out of a graph: once their shapes are checked, an edge through
/// one comes from the caller's own node.
final class CalledArguments {
  private final Map<LayerNode, LayerEdge> through = new HashMap<>();
  private final Map<LayerNode, LayerNode> kept = new HashMap<>();
  private final List<LayerNode> nodes = new ArrayList<>();

  /// @param graph each node after those that it depends on
  CalledArguments(LayerGraph graph) {
    for (LayerNode node : graph.nodes()) {
      List<LayerEdge> edges = node.edges().stream().map(this::shortened).toList();
      if (node.layer() instanceof ArgumentLayer) {
        through.put(node, edges.getFirst());
      } else {
        LayerNode same = edges.equals(node.edges()) ? node : node.with(edges);
        kept.put(node, same);
        nodes.add(same);
      }
    }
  }

  private LayerEdge shortened(LayerEdge edge) {
    LayerEdge source = through.get(edge.node());
    return source == null
        ? new LayerEdge(kept.get(edge.node()), edge.output(), edge.place())
        : new LayerEdge(source.node(), source.output(), edge.place());
  }

  /// The nodes that are left, by the ones that they were.
  Map<LayerNode, LayerNode> kept() {
    return kept;
  }

  /// The graph without them.
  LayerGraph without(LayerGraph graph) {
    return new LayerGraph(
        graph.name(), graph.batch(), nodes, graph.heads().stream().map(this::shortened).toList());
  }
}
