package io.nacre.processor.golden;

import io.nacre.processor.golden.SymbolJson.Node;
import io.nacre.processor.mxnet.Operator;
import io.nacre.processor.mxnet.Operator.Argument;
import io.nacre.processor.mxnet.Operator.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which variables of a graph have the batch as their first axis.
///
/// Some operators say so of their data, none has it in its parameters, and otherwise what an
/// operator takes and gives has it together.
public final class BatchAxes {
  private final SymbolJson symbol;
  private final int[] parent;
  private final Set<Integer> batched = new HashSet<>();
  private final Set<Integer> constant = new HashSet<>();

  private BatchAxes(SymbolJson symbol) {
    this.symbol = symbol;
    this.parent = new int[symbol.nodes().size()];
    for (int node = 0; node < parent.length; node++) {
      parent[node] = node;
    }
  }

  /// The variables by name; none if that would contradict itself or their first axes differ.
  public static Set<String> of(SymbolJson symbol, Map<String, List<Integer>> shapes) {
    return new BatchAxes(symbol).find(shapes);
  }

  private Set<String> find(Map<String, List<Integer>> shapes) {
    for (int node = 0; node < parent.length; node++) {
      tie(node);
    }
    Set<Integer> roots = new HashSet<>();
    batched.forEach(node -> roots.add(root(node)));
    if (constant.stream().map(this::root).anyMatch(roots::contains)) {
      return Set.of();
    }
    Map<String, Optional<Integer>> first = new HashMap<>();
    for (int node = 0; node < parent.length; node++) {
      Node variable = symbol.nodes().get(node);
      if (variable.isVariable() && roots.contains(root(node))) {
        List<Integer> shape = shapes.get(variable.name());
        first.put(variable.name(), shape.stream().findFirst());
      }
    }
    boolean same = new HashSet<>(first.values()).size() == 1;
    return same && first.values().iterator().next().isPresent() ? first.keySet() : Set.of();
  }

  private void tie(int node) {
    Node operator = symbol.nodes().get(node);
    if (operator.isVariable()) {
      return;
    }
    Operator row = OperatorText.row(operator.operator());
    List<Argument> arguments = row.arguments(operator.inputs().size());
    if (row.isFixedBatch()) {
      constant.add(node);
    }
    for (int i = 0; i < operator.inputs().size(); i++) {
      Argument argument = arguments.get(i);
      int source = operator.inputs().get(i).node();
      if (argument.role() == Role.PARAMETER || argument.role() == Role.STATE) {
        constant.add(source);
      } else {
        parent[root(source)] = root(node);
        if (row.isBatchFirst()) {
          batched.add(source);
        }
      }
    }
  }

  private int root(int node) {
    int root = node;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}
