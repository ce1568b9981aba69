package io.nacre.processor.resolve;

import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.read.EdgeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the nodes that the heads depend on, in MXNet's order: depth first from the heads, each
/// node after its arguments, arguments in the operator's order.
final class GraphBuilder {
  private final Map<String, BoundNode> declared;
  private final Map<String, LayerNode> built = new HashMap<>();
  private final List<LayerNode> order = new ArrayList<>();

  GraphBuilder(Map<String, BoundNode> declared) {
    this.declared = declared;
  }

  /// All nodes built so far, each after the nodes it depends on.
  List<LayerNode> order() {
    return order;
  }

  /// A node with the edges that its first arguments take.
  private record Unfinished(BoundNode node, List<LayerEdge> edges) {}

  /// Builds a head and what it depends on.
  LayerNode head(BoundNode head) {
    Deque<Unfinished> stack = new ArrayDeque<>();
    if (!built.containsKey(head.name())) {
      stack.push(new Unfinished(head, new ArrayList<>()));
    }
    while (!stack.isEmpty()) {
      Unfinished top = stack.peek();
      int argument = top.edges().size();
      if (argument == top.node().arguments().size()) {
        finish(stack.pop());
        continue;
      }
      Optional<EdgeDeclaration> edge = top.node().edge(argument);
      if (edge.isEmpty()) {
        LayerNode implied = implied(top.node(), argument);
        order.add(implied);
        top.edges().add(new LayerEdge(implied, 0, implied.place()));
        continue;
      }
      LayerNode source = built.get(edge.get().target());
      if (source == null) {
        BoundNode next = declared.get(edge.get().target());
        stack.push(new Unfinished(next, new ArrayList<>()));
      } else {
        top.edges().add(new LayerEdge(source, edge.get().output(), edge.get().place()));
      }
    }
    return built.get(head.name());
  }

  private void finish(Unfinished unfinished) {
    BoundNode node = unfinished.node();
    LayerNode finished =
        new LayerNode(
            node.name(),
            node.layer(),
            node.attributes(),
            node.declaration().place(),
            false,
            node.arguments(),
            unfinished.edges());
    built.put(node.name(), finished);
    order.add(finished);
  }

  private static LayerNode implied(BoundNode owner, int argument) {
    String annotation =
        switch (owner.arguments().get(argument).role()) {
          case PARAMETER -> "Parameter";
          case LABEL -> "Label";
          case AUXILIARY -> "Auxiliary";
          case DATA -> throw new IllegalStateException(owner.name() + " lacks an edge");
        };
    Layer layer = Layers.of(annotation).orElseThrow();
    ImpliedAttributes attributes =
        new ImpliedAttributes("@" + annotation, owner.name(), owner.declaration().place());
    return new LayerNode(
        owner.impliedName(argument),
        layer,
        attributes,
        attributes.place(),
        true,
        List.of(),
        List.of());
  }
}
