package io.nacre.processor.resolve;

import io.nacre.processor.layer.VariableKind;
import java.util.List;

/// A model with all names resolved: what every front end builds.
///
/// @param name the model's name, for messages
/// @param batch the fixed batch size, or 0 if N stays symbolic
/// @param nodes every node after the nodes it depends on, in MXNet's order: depth first from the heads
/// @param heads the outputs, in declaration order
public record LayerGraph(String name, int batch, List<LayerNode> nodes, List<LayerNode> heads) {
  public LayerGraph {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
  }

  /// The nodes that hold something rather than compute it, in MXNet's `list_arguments` order; for
  /// [VariableKind#AUXILIARY] the order of `list_auxiliary_states`.
  public List<LayerNode> variables(VariableKind kind) {
    return nodes.stream().filter(node -> node.layer().variable() == kind).toList();
  }
}
