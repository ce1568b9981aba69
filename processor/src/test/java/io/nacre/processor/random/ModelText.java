package io.nacre.processor.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A model as it is written.
///
/// @param batch N; 0 if it is open
record ModelText(int batch, List<NodeText> nodes) {
  ModelText {
    nodes = List.copyOf(nodes);
  }

  Optional<NodeText> node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  ModelText with(NodeText node) {
    List<NodeText> more = new ArrayList<>(nodes);
    more.add(node);
    return new ModelText(batch, more);
  }

  ModelText with(int place, NodeText node) {
    List<NodeText> changed = new ArrayList<>(nodes);
    changed.set(place, node);
    return new ModelText(batch, changed);
  }

  boolean isUsed(String name) {
    return nodes.stream()
        .flatMap(node -> node.edges().stream())
        .anyMatch(edge -> edge.source().equals(name));
  }

  /// All nodes that a node depends on.
  Set<String> sourcesOf(String name) {
    Set<String> sources = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(name));
    while (!waiting.isEmpty()) {
      node(waiting.poll()).stream()
          .flatMap(node -> node.edges().stream())
          .map(NodeText.EdgeText::source)
          .filter(sources::add)
          .forEach(waiting::add);
    }
    return sources;
  }

  /// The layers that no node takes.
  List<NodeText> sinks() {
    return nodes.stream().filter(node -> !node.isVariable() && !isUsed(node.name())).toList();
  }

  boolean marksHeads() {
    return nodes.stream().anyMatch(NodeText::head);
  }

  /// The source of the package `random`, and of a class that uses what is generated for it.
  String source(String type) {
    return """
        package random;

        import static io.nacre.annotations.Symbol.BATCH;

        import io.nacre.annotations.*;

        @Model%s
        public interface %s {
        %s
        }

        class %sUser {
          static int use(%sGraph net) {
            return net.parameters().hashCode();
          }
        }
        """
        .formatted(
            batch == 0 ? "" : "(batch = " + batch + ")",
            type,
            nodes.stream().map(node -> "  " + node.text()).collect(Collectors.joining("\n")),
            type,
            type);
  }
}
