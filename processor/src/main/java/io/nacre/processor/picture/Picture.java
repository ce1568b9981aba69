package io.nacre.processor.picture;

import java.util.List;

/// A model as something to draw: boxes, arrows between them, and frames around the nodes of blocks.
///
/// @param nodes in the order of the graph, so that its text is always the same
record Picture(String model, List<Node> nodes, List<Edge> edges) {

  /// A box, or an oval for what is fed or held.
  ///
  /// @param blocks the blocks that the node is in, the outermost first
  /// @param description what it computes: `@Conv(filters = 20, kernel = 5)`; empty for an oval
  /// @param head whether the graph gives it as a result
  record Node(String name, List<String> blocks, String description, Color color, boolean head) {
    Node {
      blocks = List.copyOf(blocks);
    }

    boolean isVariable() {
      return color == Color.VARIABLE;
    }
  }

  /// An arrow from one node to another.
  ///
  /// @param from a place in [#nodes]
  /// @param to a place in [#nodes]
  /// @param label the shape of what flows: `N x 20 x 24 x 24`
  record Edge(int from, int to, String label) {}

  Picture {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }
}
