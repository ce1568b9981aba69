package io.nacre.processor.resolve;

import io.nacre.processor.read.NodeDeclaration;
import io.nacre.processor.read.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The names that follow from those of nodes: `fc-1_weight`, and `split-1_output0`.
public final class MadeNames {
  private MadeNames() {}

  /// How Java spells all names of a model, those that follow from others included.
  ///
  /// @param nodes the model's, all of them layers
  /// @param own how Java spells the names of the nodes themselves
  public static Spelling spelling(List<NodeDeclaration> nodes, Spelling own) {
    if (own.respelt().isEmpty()) {
      return own;
    }
    Map<String, String> respelt = new HashMap<>();
    nodes.stream()
        .flatMap(node -> BoundNode.of(node).stream())
        .forEach(node -> add(node, own, respelt));
    respelt.keySet().removeAll(names(nodes));
    respelt.putAll(own.respelt());
    return new Spelling(respelt);
  }

  private static void add(BoundNode node, Spelling own, Map<String, String> respelt) {
    for (int i = 0; i < node.arguments().size(); i++) {
      if (node.implies(i)) {
        add(node.maker(i), node.arguments().get(i).name(), own, respelt);
      }
    }
    if (node.outputs().size() > 1) {
      node.outputs().forEach(output -> add(node.name(), output, own, respelt));
    }
  }

  private static void add(
      String node, String made, Spelling own, Map<String, String> respelt) {
    String java = own.java(node);
    if (!java.equals(node)) {
      respelt.put(node + "_" + made, java + "_" + made);
    }
  }

  private static Set<String> names(List<NodeDeclaration> nodes) {
    return nodes.stream().map(NodeDeclaration::name).collect(Collectors.toSet());
  }
}
