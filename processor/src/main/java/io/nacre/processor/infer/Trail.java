package io.nacre.processor.infer;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The way from the inputs to a node, one line a node, as messages show it:
///
///     data    @Input     N x 1 x 28 x 28
///     conv1   @Conv      N x 20 x 24 x 24   <- into conv2
final class Trail {
  private static final int HEAD = 3;
  private static final int TAIL = 4;

  private final Knowledge knowledge;
  private final LayerNode target;
  private final List<LayerNode> ends;

  private Trail(Knowledge knowledge, LayerNode target, List<LayerNode> ends) {
    this.knowledge = knowledge;
    this.target = target;
    this.ends = ends;
  }

  /// The ways to all data arguments and labels of `target`.
  static List<String> into(Knowledge knowledge, LayerNode target) {
    List<LayerNode> ends = new ArrayList<>();
    for (int i = 0; i < target.edges().size(); i++) {
      Argument.Role role = target.arguments().get(i).role();
      LayerNode source = target.edges().get(i).node();
      boolean label = role == Argument.Role.LABEL && knowledge.shape(source).hasRank();
      if (role == Argument.Role.DATA || label) {
        ends.add(source);
      }
    }
    return new Trail(knowledge, target, ends).lines();
  }

  /// The ways to all data arguments of `target`, and `extra` after them.
  static List<String> into(Knowledge knowledge, LayerNode target, LayerNode extra) {
    Set<LayerNode> ends = new LinkedHashSet<>();
    for (int i = 0; i < target.edges().size(); i++) {
      if (target.arguments().get(i).role() == Argument.Role.DATA) {
        ends.add(target.edges().get(i).node());
      }
    }
    ends.add(extra);
    return new Trail(knowledge, target, List.copyOf(ends)).lines();
  }

  private List<String> lines() {
    Set<LayerNode> shown = new LinkedHashSet<>();
    for (LayerNode end : ends) {
      shown.addAll(way(end));
    }
    List<LayerNode> nodes = List.copyOf(shown);
    List<String> lines = new ArrayList<>();
    List<LayerNode> printed = shorten(nodes);
    int names = width(printed.stream().map(LayerNode::path).toList());
    int kinds = width(printed.stream().map(node -> node.attributes().kind()).toList());
    int shapes = width(printed.stream().map(this::shape).toList());
    for (LayerNode node : printed) {
      if (lines.size() == HEAD && printed.size() < nodes.size()) {
        lines.add("... %d more".formatted(nodes.size() - printed.size()));
      }
      String line =
          pad(node.path(), names) + pad(node.attributes().kind(), kinds) + pad(shape(node), shapes);
      lines.add(ends.contains(node) ? line + "<- into " + target.path() : line.stripTrailing());
    }
    return lines;
  }

  private String shape(LayerNode node) {
    return knowledge.shape(node).toString();
  }

  /// The first and the last nodes.
  private static List<LayerNode> shorten(List<LayerNode> nodes) {
    if (nodes.size() <= HEAD + TAIL + 1) {
      return nodes;
    }
    List<LayerNode> printed = new ArrayList<>(nodes.subList(0, HEAD));
    printed.addAll(nodes.subList(nodes.size() - TAIL, nodes.size()));
    return printed;
  }

  private static int width(List<String> column) {
    return column.stream().mapToInt(String::length).max().orElse(0) + 3;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /// The nodes from an input to `end`, along first arguments.
  private static List<LayerNode> way(LayerNode end) {
    List<LayerNode> way = new ArrayList<>();
    LayerNode node = end;
    while (true) {
      way.add(node);
      List<LayerEdge> edges = node.edges();
      if (edges.isEmpty()) {
        Collections.reverse(way);
        return way;
      }
      node = edges.getFirst().node();
    }
  }
}
