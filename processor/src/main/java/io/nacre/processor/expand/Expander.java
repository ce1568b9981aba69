package io.nacre.processor.expand;

import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Assign;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Graph;
import io.nacre.processor.ir.Origin;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns layers into primitives, in the order of the graph.
public final class Expander {
  private final TypedGraph graph;
  private final boolean training;
  private final boolean keepsLayers;
  private final Emitter emitter = new Emitter();
  private final Map<LayerNode, List<Value>> values = new HashMap<>();
  private final Map<Value, Update> updates = new LinkedHashMap<>();

  private Expander(TypedGraph graph, boolean training, boolean keepsLayers) {
    this.graph = graph;
    this.training = training;
    this.keepsLayers = keepsLayers;
  }

  /// @param training true for the plan with gradients, false for the one that only predicts
  public static Graph expand(TypedGraph graph, boolean training) {
    return new Expander(graph, training, false).run();
  }

  /// As [#expand], for training, with all layers among what is kept.
  public static Graph expandKeepingLayers(TypedGraph graph) {
    return new Expander(graph, true, true).run();
  }

  /// A state and the value that it gets; by the emitter of the node that wants it.
  record Update(Emitter emitter, Value state, Value value) {
    Value assign() {
      return emitter.emit(new Assign(state, value));
    }
  }

  private Graph run() {
    for (LayerNode node : graph.layers().nodes()) {
      Attributes attributes = node.attributes();
      Emitter ofNode = emitter.on(new Origin(node.name(), attributes.description()));
      values.put(
          node,
          new NodeExpansion(node, graph, values, updates, training, ofNode).outputs());
    }
    // after everything that reads a state
    List<Value> assignments = updates.values().stream().map(Update::assign).toList();
    return new Graph(
        graph.layers().name(), variables(), heads(), assignments, layers(), emitter);
  }

  private List<Value> layers() {
    return graph.layers().nodes().stream()
        .filter(node -> keepsLayers && node.layer().variable() == VariableKind.NONE)
        .flatMap(node -> values.get(node).stream())
        .toList();
  }

  private List<Graph.NamedValue> variables() {
    List<Graph.NamedValue> arguments = new ArrayList<>();
    List<Graph.NamedValue> states = new ArrayList<>();
    for (LayerNode node : graph.layers().nodes()) {
      VariableKind kind = node.layer().variable();
      if (kind != VariableKind.NONE) {
        (kind == VariableKind.AUXILIARY ? states : arguments)
            .add(new Graph.NamedValue(
                    node.name(), values.get(node).getFirst(), node.gradient()));
      }
    }
    arguments.addAll(states);
    return arguments;
  }

  private static boolean startsByItself(LayerNode head) {
    return head.layer().isLoss(head.attributes())
        || head.layer().blocksGradient(head.attributes());
  }

  private List<Graph.Head> heads() {
    return graph.layers().heads().stream()
        .map(
            head ->
                new Graph.Head(
                    head.headName(),
                    values.get(head.node()).get(head.output()),
                    startsByItself(head.node())))
        .toList();
  }
}
