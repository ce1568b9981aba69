package io.nacre.processor.inline;

import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.ModelDeclaration;
import io.nacre.processor.read.NodeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Leaves out what a block or a called model has, but nothing in the model needs: the heads of a
/// called model that nobody takes, with their labels and parameters.
///
/// Of a use of which nothing is needed everything stays, as a node stays that is not needed.
final class Needed {
  private final ModelDeclaration model;
  private final Map<String, NodeDeclaration> byName = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> needed = new HashSet<>();
  private final boolean marked;

  private Needed(ModelDeclaration model) {
    this.model = model;
    this.marked = model.nodes().stream().anyMatch(NodeDeclaration::output);
    for (NodeDeclaration node : model.nodes()) {
      byName.putIfAbsent(node.name(), node);
      sources(node).forEach(taken::add);
    }
  }

  /// @param model with all blocks inlined
  static List<NodeDeclaration> of(ModelDeclaration model) {
    return new Needed(model).nodes();
  }

  /// What is marked, or what no node takes.
  static List<NodeDeclaration> heads(ModelDeclaration model) {
    Needed needed = new Needed(model);
    return model.nodes().stream().filter(needed::isHead).toList();
  }

  private List<NodeDeclaration> nodes() {
    Deque<NodeDeclaration> open = new ArrayDeque<>();
    for (NodeDeclaration node : model.nodes()) {
      if (node.use().equals(node.path()) || isHead(node)) {
        open.add(node);
      }
    }
    while (!open.isEmpty()) {
      NodeDeclaration node = open.poll();
      if (needed.add(node.name())) {
        sources(node).map(byName::get).filter(Objects::nonNull).forEach(open::add);
      }
    }
    Set<String> used =
        model.nodes().stream()
            .filter(node -> needed.contains(node.name()))
            .map(NodeDeclaration::use)
            .collect(Collectors.toSet());
    return model.nodes().stream()
        .filter(node -> needed.contains(node.name()) || !used.contains(node.use()))
        .toList();
  }

  private Stream<String> sources(NodeDeclaration node) {
    return node.edges().stream().flatMap(edge -> model.likelySource(edge).stream());
  }

  private boolean isHead(NodeDeclaration node) {
    return marked
        ? node.output()
        : node.visible() && !isVariable(node) && !taken.contains(node.name());
  }

  private static boolean isVariable(NodeDeclaration node) {
    return node.layer().layer()
        .filter(layer -> layer.variable() != VariableKind.NONE)
        .isPresent();
  }
}
