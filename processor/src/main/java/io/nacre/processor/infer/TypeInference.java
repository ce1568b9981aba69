package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.Map;

/// Element types: nodes that must agree form sets, and each set takes the type that one of its
/// members states.
final class TypeInference {
  private final Knowledge knowledge;
  private final Map<LayerNode, LayerNode> parent = new HashMap<>();
  private final Map<LayerNode, LayerNode> typed = new HashMap<>();

  private TypeInference(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /// The type of every node; contradictions are reported.
  static Map<LayerNode, DataType> infer(Knowledge knowledge) {
    return new TypeInference(knowledge).types();
  }

  private Map<LayerNode, DataType> types() {
    for (LayerNode node : knowledge.graph().nodes()) {
      if (knowledge.of(node).type().isPresent()) {
        typed.put(node, node);
      }
      if (knowledge.of(node).sameType()) {
        for (LayerEdge edge : node.edges()) {
          join(node, edge);
        }
      }
    }
    Map<LayerNode, DataType> types = new HashMap<>();
    for (LayerNode node : knowledge.graph().nodes()) {
      LayerNode source = typed.get(root(node));
      types.put(node, source == null ? DataType.FLOAT32 : type(source));
    }
    return types;
  }

  /// The member that stands for the set of `node`.
  private LayerNode root(LayerNode node) {
    LayerNode root = node;
    while (parent.containsKey(root)) {
      root = parent.get(root);
    }
    LayerNode next = node;
    while (next != root) {
      LayerNode above = parent.get(next);
      parent.put(next, root);
      next = above;
    }
    return root;
  }

  private DataType type(LayerNode stated) {
    return knowledge.of(stated).type().orElseThrow();
  }

  /// After a contradiction the sets are one all the same, so that it is reported once.
  private void join(LayerNode node, LayerEdge edge) {
    LayerNode one = root(node);
    LayerNode other = root(edge.node());
    if (one == other) {
      return;
    }
    LayerNode first = typed.get(one);
    LayerNode second = typed.get(other);
    if (first != null && second != null && type(first) != type(second)) {
      report(node, edge, first, second);
    }
    parent.put(other, one);
    if (first == null && second != null) {
      typed.put(one, second);
    }
  }

  private void report(LayerNode node, LayerEdge edge, LayerNode first, LayerNode second) {
    String name = edge.node().path();
    knowledge.fail(
        node,
        Problem.of(
            ProblemId.TYPE_MISMATCH,
            edge.place(),
            node.path(),
            "%s is %s%s, but %s is %s"
                .formatted(
                    name,
                    type(second),
                    second.path().equals(name) ? "" : " as " + second.path(),
                    first.path(),
                    type(first)),
            "give %s and %s the same dtype, or leave one of them out"
                .formatted(first.path(), second.path())));
  }
}
