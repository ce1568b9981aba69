package io.nacre.processor.expand;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Origin;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns layers into primitives, in the order of the graph.
public final class Expander {
  private final TypedGraph graph;
  private final boolean training;
  private final Emitter emitter = new Emitter();
  private final Map<LayerNode, Value> values = new HashMap<>();

  private Expander(TypedGraph graph, boolean training) {
    this.graph = graph;
    this.training = training;
  }

  /// @param training true for the plan with gradients, false for the one that only predicts
  public static Graph expand(TypedGraph graph, boolean training) {
    return new Expander(graph, training).run();
  }

  private Graph run() {
    for (LayerNode node : graph.layers().nodes()) {
      Attributes attributes = node.attributes();
      Emitter ofNode = emitter.on(new Origin(node.name(), attributes.description()));
      Value value = node.layer().expand(new NodeExpansion(node, graph, values, training, ofNode));
      values.put(node, value);
    }
    return new Graph(graph.layers().name(), variables(), heads(), emitter);
  }

  private List<Graph.NamedValue> variables() {
    List<Graph.NamedValue> arguments = new ArrayList<>();
    List<Graph.NamedValue> states = new ArrayList<>();
    for (LayerNode node : graph.layers().nodes()) {
      VariableKind kind = node.layer().variable();
      if (kind != VariableKind.NONE) {
        (kind == VariableKind.AUXILIARY ? states : arguments)
            .add(new Graph.NamedValue(node.name(), values.get(node), wantsGradient(node)));
      }
    }
    arguments.addAll(states);
    return arguments;
  }

  private static boolean wantsGradient(LayerNode node) {
    return switch (node.layer().variable()) {
      case PARAMETER -> true;
      case INPUT -> node.attributes().written("gradient") && node.attributes().flag("gradient");
      case LABEL, AUXILIARY, NONE -> false;
    };
  }

  private List<Graph.Head> heads() {
    return graph.layers().heads().stream()
        .map(
            node ->
                new Graph.Head(
                    node.name(),
                    values.get(node),
                    node.layer().isLoss(node.attributes())))
        .toList();
  }
}
