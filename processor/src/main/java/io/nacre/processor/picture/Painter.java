package io.nacre.processor.picture;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.picture.Picture.Edge;
import io.nacre.processor.picture.Picture.Node;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a graph into a picture.
final class Painter {
  private Painter() {}

  /// @param weights whether to draw the parameters and states that layers make themselves, too
  static Picture paint(TypedGraph graph, boolean weights) {
    Set<LayerNode> heads =
        graph.layers().heads().stream().map(LayerEdge::node).collect(Collectors.toSet());
    Map<LayerNode, Integer> places = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (LayerNode node : graph.layers().nodes()) {
      if (!weights && isImpliedWeight(node)) {
        continue;
      }
      places.put(node, nodes.size());
      Color color = Color.of(node);
      String description = color == Color.VARIABLE ? "" : node.attributes().description();
      nodes.add(new Node(node.name(), node.blocks(), description, color, heads.contains(node)));
      for (LayerEdge edge : node.edges()) {
        Integer from = places.get(edge.node());
        if (from != null) {
          edges.add(new Edge(from, places.get(node), label(edge, graph)));
        }
      }
    }
    return new Picture(graph.layers().name(), nodes, edges);
  }

  private static boolean isImpliedWeight(LayerNode node) {
    return switch (node.layer().variable()) {
      case PARAMETER, AUXILIARY -> node.implied();
      case INPUT, LABEL, NONE -> false;
    };
  }

  /// `N x 20 x 24 x 24`, and where a node has several outputs `split_output1: N x 3`.
  private static String label(LayerEdge edge, TypedGraph graph) {
    String shape = graph.shape(edge.node(), edge.output()).toString();
    boolean several = graph.shapes().get(edge.node()).size() > 1;
    return several ? edge.outputName() + ": " + shape : shape;
  }
}
