package io.nacre.processor.check;

import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.Map;

/// Questions about the edges of a graph that several rules ask.
final class Edges {
  private Edges() {}

  /// How often the outputs of each node are taken, by nodes and as heads.
  static Map<LayerNode, Integer> uses(LayerGraph graph) {
    Map<LayerNode, Integer> uses = new HashMap<>();
    for (LayerNode node : graph.nodes()) {
      node.edges().forEach(edge -> uses.merge(edge.node(), 1, Integer::sum));
    }
    graph.heads().forEach(head -> uses.merge(head.node(), 1, Integer::sum));
    return uses;
  }

  static boolean isLoss(LayerNode node) {
    return node.layer().isLoss(node.attributes());
  }
}
