package io.nacre.processor.mxnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one of MXNet's symbol files holds: a graph of operators and variables by name.
///
/// @param nodes each after the nodes that it takes
/// @param numpyShapes whether shapes in attributes are numpy's, with 0 for a size of 0
public record SymbolFile(List<Node> nodes, List<Entry> heads, boolean numpyShapes) {

  /// What a node of no operator has in place of one: a variable.
  static final String VARIABLE = "null";

  /// @param attributes sorted by name, as MXNet writes them
  public record Node(
      String operator, String name, Map<String, String> attributes, List<Entry> inputs) {
    public Node {
      attributes = new TreeMap<>(attributes);
      inputs = List.copyOf(inputs);
    }

    boolean isVariable() {
      return operator.equals(VARIABLE);
    }

    static Node variable(String name, Map<String, String> attributes) {
      return new Node(VARIABLE, name, attributes, List.of());
    }
  }

  /// An output of a node.
  ///
  /// @param node its place in the list
  /// @param version how many operators have changed it before, if it is a state
  public record Entry(int node, int output, int version) {}

  public SymbolFile {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
  }

  /// The graph without nodes that no head depends on.
  SymbolFile reachable() {
    boolean[] needed = new boolean[nodes.size()];
    heads.forEach(head -> needed[head.node()] = true);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed[i]) {
        nodes.get(i).inputs().forEach(input -> needed[input.node()] = true);
      }
    }
    int[] moved = new int[nodes.size()];
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (needed[i]) {
        Node node = nodes.get(i);
        moved[i] = kept.size();
        kept.add(
            new Node(
                node.operator(), node.name(), node.attributes(), moved(node.inputs(), moved)));
      }
    }
    return new SymbolFile(kept, moved(heads, moved), numpyShapes);
  }

  private static List<Entry> moved(List<Entry> entries, int[] moved) {
    return entries.stream()
        .map(entry -> new Entry(moved[entry.node()], entry.output(), entry.version()))
        .toList();
  }

  Node source(Entry entry) {
    return nodes.get(entry.node());
  }
}
