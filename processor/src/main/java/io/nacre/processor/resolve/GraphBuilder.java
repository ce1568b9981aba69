package io.nacre.processor.resolve;

import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.layer.UnknownLayer;
import io.nacre.processor.read.EdgeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Builds the nodes that the heads depend on, in MXNet's order: depth first from the heads, each
/// node after its arguments, arguments in the operator's order. What cannot be resolved becomes an
/// unknown node.
final class GraphBuilder {
  private final Map<String, BoundNode> declared;
  private final Set<String> wrong;
  private final Map<String, LayerNode> built = new HashMap<>();
  private final Map<String, LayerNode> implied = new HashMap<>();
  private final List<LayerNode> order = new ArrayList<>();

  /// @param wrong nodes with a mistake, of which nothing is to be known where others take them
  GraphBuilder(Map<String, BoundNode> declared, Set<String> wrong) {
    this.declared = declared;
    this.wrong = wrong;
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
    Set<String> onStack = new HashSet<>();
    if (!built.containsKey(head.name())) {
      stack.push(new Unfinished(head, new ArrayList<>()));
      onStack.add(head.name());
    }
    while (!stack.isEmpty()) {
      Unfinished top = stack.peek();
      int argument = top.edges().size();
      if (argument == top.node().arguments().size()) {
        finish(stack.pop());
        onStack.remove(top.node().name());
        continue;
      }
      Optional<EdgeDeclaration> edge = top.node().edge(argument);
      if (edge.isEmpty()) {
        LayerNode made =
            top.node().implies(argument)
                ? implied(top.node(), argument)
                : unknown(top.node().arguments().get(argument).name(), top.node());
        top.edges().add(new LayerEdge(made, 0, made.place()));
        continue;
      }
      String target = edge.get().target();
      boolean possible = canBuild(edge.get());
      if (possible && !built.containsKey(target) && onStack.add(target)) {
        stack.push(new Unfinished(declared.get(target), new ArrayList<>()));
        continue;
      }
      LayerNode source = possible ? built.get(target) : null;
      if (source == null) {
        top.edges().add(new LayerEdge(unknown(target, top.node()), 0, edge.get().place()));
        continue;
      }
      top.edges().add(new LayerEdge(source, edge.get().output(), edge.get().place()));
    }
    return built.get(head.name());
  }

  private boolean canBuild(EdgeDeclaration edge) {
    BoundNode node = declared.get(edge.target());
    return edge.state() == EdgeDeclaration.State.FOUND
        && node != null
        && !node.declaration().broken()
        && !wrong.contains(edge.target())
        && edge.output() >= 0
        && edge.output() < node.outputs().size();
  }

  private LayerNode unknown(String name, BoundNode user) {
    ImpliedAttributes attributes =
        new ImpliedAttributes("", user.path(), user.declaration().place());
    LayerNode unknown =
        new LayerNode(
            name,
            UnknownLayer.INSTANCE,
            attributes,
            attributes.place(),
            true,
            List.of(),
            List.of());
    order.add(unknown);
    return unknown;
  }

  private void finish(Unfinished unfinished) {
    BoundNode node = unfinished.node();
    LayerNode finished =
        new LayerNode(
            node.name(),
            node.path(),
            node.declaration().blocks(),
            node.layer(),
            node.attributes(),
            node.declaration().place(),
            false,
            node.arguments(),
            unfinished.edges());
    built.put(node.name(), finished);
    order.add(finished);
  }

  /// The variable that a node makes for an argument, once for all nodes that share it.
  private LayerNode implied(BoundNode owner, int argument) {
    return implied.computeIfAbsent(
        owner.impliedName(argument),
        name -> {
          LayerNode made = made(owner, argument, name);
          order.add(made);
          return made;
        });
  }

  private static LayerNode made(BoundNode owner, int argument, String name) {
    String annotation =
        switch (owner.arguments().get(argument).role()) {
          case PARAMETER -> "Parameter";
          case LABEL -> "Label";
          case AUXILIARY -> "Auxiliary";
          case DATA -> throw new IllegalStateException(owner.path() + " lacks an edge");
        };
    Layer layer = Layers.of(annotation).orElseThrow();
    ImpliedAttributes attributes =
        new ImpliedAttributes("@" + annotation, owner.path(), owner.declaration().place());
    return new LayerNode(
        name,
        owner.impliedPath(argument),
        owner.isMaker(argument) ? owner.declaration().blocks() : List.of(),
        layer,
        attributes,
        attributes.place(),
        true,
        List.of(),
        List.of());
  }
}
