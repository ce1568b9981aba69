package io.nacre.processor.infer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.layer.TypeRule;
import io.nacre.processor.problem.Problem;
import io.nacre.processor.problem.ProblemId;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Element types: nodes that must agree form sets, and each set takes the type that one of its
/// members states. Arguments with a [TypeRule] come after that: they follow from the layer where
/// nothing else says their type.
final class TypeInference {
  private final Knowledge knowledge;
  private final Map<LayerNode, LayerNode> parent = new HashMap<>();
  private final Map<LayerNode, LayerNode> typed = new HashMap<>();

  /// The types of sets of which no member states one.
  private final Map<LayerNode, DataType> followed = new HashMap<>();

  private TypeInference(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /// The type of every node; contradictions are reported.
  static Map<LayerNode, DataType> infer(Knowledge knowledge) {
    return new TypeInference(knowledge).types();
  }

  private Map<LayerNode, DataType> types() {
    List<LayerNode> nodes = knowledge.graph().nodes();
    for (LayerNode node : nodes) {
      if (knowledge.of(node).type().isPresent()) {
        typed.put(node, node);
      }
    }
    for (LayerNode node : nodes) {
      if (knowledge.of(node).sameType()) {
        for (int i = 0; i < node.edges().size(); i++) {
          if (rule(node, i) == null) {
            join(node, node.edges().get(i));
          }
        }
      }
    }
    follow(Set.of(TypeRule.STATISTIC));
    follow(Set.of(TypeRule.LABEL, TypeRule.INDEX));
    Map<LayerNode, DataType> types = new HashMap<>();
    nodes.forEach(node -> types.put(node, typeOf(node)));
    FloatCheck.check(knowledge, types);
    return types;
  }

  private void follow(Set<TypeRule> rules) {
    for (LayerNode node : knowledge.graph().nodes()) {
      for (int i = 0; i < node.edges().size(); i++) {
        TypeRule rule = rule(node, i);
        if (rule != null && rules.contains(rule)) {
          follow(node, node.edges().get(i), rule);
        }
      }
    }
  }

  private TypeRule rule(LayerNode node, int argument) {
    return knowledge.of(node).rules().get(node.arguments().get(argument).name());
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

  private boolean isTyped(LayerNode node) {
    return typed.containsKey(root(node)) || followed.containsKey(root(node));
  }

  /// What is known so far, and float32 if nothing is.
  private DataType typeOf(LayerNode node) {
    LayerNode source = typed.get(root(node));
    return source == null
        ? followed.getOrDefault(root(node), DataType.FLOAT32)
        : stated(source);
  }

  private DataType stated(LayerNode node) {
    return knowledge.of(node).type().orElseThrow();
  }

  /// Relates an argument that need not have the layer's type. A statistic beside anything but float16
  /// has it, and may be what states it. So may a label that is a float.
  private void follow(LayerNode node, LayerEdge edge, TypeRule rule) {
    DataType layer = typeOf(node);
    if (rule == TypeRule.STATISTIC && layer != DataType.FLOAT16) {
      join(node, edge);
      return;
    }
    LayerNode says = typed.get(root(edge.node()));
    if (rule == TypeRule.LABEL && !isTyped(node) && says != null && stated(says).isFloat()) {
      join(node, edge);
      return;
    }
    DataType wanted = rule == TypeRule.LABEL ? layer : layer.carrier();
    if (!isTyped(edge.node())) {
      followed.put(root(edge.node()), wanted);
    } else if (rule == TypeRule.STATISTIC && typeOf(edge.node()) != wanted) {
      String name = edge.node().path();
      report(
          node,
          edge,
          "%s is %s, but beside float16 it must be %s"
              .formatted(name, typeOf(edge.node()), wanted),
          "give %s the dtype %s".formatted(name, wanted.name()));
    }
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
    if (first != null && second != null && stated(first) != stated(second)) {
      report(node, edge, first, second);
    }
    parent.put(other, one);
    if (first == null && second != null) {
      typed.put(one, second);
    }
  }

  private void report(LayerNode node, LayerEdge edge, LayerNode first, LayerNode second) {
    String name = edge.node().path();
    report(
        node,
        edge,
        "%s is %s%s, but %s is %s"
            .formatted(
                name,
                stated(second),
                second.path().equals(name) ? "" : " as " + second.path(),
                first.path(),
                stated(first)),
        "give %s and %s the same dtype, or add %s"
            .formatted(
                first.path(), second.path(), FloatCheck.castTo(stated(first), name)));
  }

  private void report(LayerNode node, LayerEdge edge, String fact, String hint) {
    knowledge.fail(
        node, Problem.of(ProblemId.TYPE_MISMATCH, edge.place(), node.path(), fact, hint));
  }
}
