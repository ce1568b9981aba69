package io.nacre.processor.resolve;

import static java.util.stream.Collectors.joining;

import io.nacre.processor.layer.VariableKind;
import java.util.List;

/// A model with all names resolved: what every front end builds.
///
/// @param name the model's name, for messages
/// @param batch the fixed batch size, or 0 if N stays symbolic
/// @param nodes every node after the nodes it depends on, in MXNet's order: depth first from the
///     heads
/// @param heads the outputs, in declaration order
public record LayerGraph(String name, int batch, List<LayerNode> nodes, List<LayerEdge> heads) {
  public LayerGraph {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
  }

  /// The nodes that hold something rather than compute it, in MXNet's `list_arguments` order; for
  /// [VariableKind#AUXILIARY] the order of `list_auxiliary_states`.
  public List<LayerNode> variables(VariableKind kind) {
    return nodes.stream().filter(node -> node.layer().variable() == kind).toList();
  }

  /// The graph in a form to read: one line a node.
  public String text() {
    StringBuilder text = new StringBuilder("layers of ").append(name);
    text.append(" (batch ").append(batch == 0 ? "N" : batch).append(")");
    nodes.forEach(node -> text.append("\n  ").append(node.text()));
    text.append("\n  heads: ");
    return text.append(heads.stream().map(LayerEdge::text).collect(joining(", "))).toString();
  }
}
