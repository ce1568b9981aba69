package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A block as it was written.
///
/// @param type the qualified name of the annotation type
/// @param name its simple name: `ConvRelu`
/// @param parameters its hyper-parameters
/// @param nodes the nodes of its body, in source order
/// @param broken whether a mistake was reported already, so that nothing is said about its uses
public record BlockDeclaration(
    String type,
    String name,
    Place place,
    List<HyperParameter> parameters,
    List<NodeDeclaration> nodes,
    boolean broken) {
  public BlockDeclaration {
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
  }

  /// This block, but of which nothing more is to be said.
  public BlockDeclaration asBroken() {
    return new BlockDeclaration(type, name, place, parameters, nodes, true);
  }

  /// The hyper-parameter that sets an attribute of a node.
  public Optional<HyperParameter> setter(String node, String attribute) {
    return parameters.stream().filter(parameter -> parameter.sets(node, attribute)).findFirst();
  }

  /// The names that are no nodes of the body, in the order of their first use.
  public List<String> inputs() {
    Set<String> known = new HashSet<>();
    nodes.forEach(node -> known.add(node.name()));
    Set<String> free = new LinkedHashSet<>();
    for (NodeDeclaration node : nodes) {
      for (EdgeDeclaration edge : node.edges()) {
        String target = edge.target();
        if (!known.contains(target) && target.indexOf('.') < 0 && !isCopy(target)) {
          free.add(target);
        }
      }
    }
    return List.copyOf(free);
  }

  private boolean isCopy(String name) {
    return nodes.stream()
        .anyMatch(
            node -> node.repeat().filter(use -> Copies.of(node, use).hold(name)).isPresent());
  }

  /// The block in a form to read: one line a hyper-parameter and a node.
  public String text() {
    StringBuilder text = new StringBuilder("block ").append(name);
    text.append(inputs().isEmpty() ? "" : " (" + String.join(", ", inputs()) + ")");
    text.append(broken ? " broken" : "");
    parameters.forEach(parameter -> text.append("\n  ").append(parameter.text()));
    nodes.forEach(node -> text.append("\n  ").append(node.text()));
    return text.toString();
  }
}
