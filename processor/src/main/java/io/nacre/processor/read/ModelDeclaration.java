package io.nacre.processor.read;

import io.nacre.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A model as it was written: the output of the reader, still without any meaning.
///
/// @param packageName empty for the unnamed package
/// @param typeName the model's name within its package, with dots if it is nested: `LeNet`
/// @param graphName the simple name of the class to write: `LeNetGraph`, `Outer_LeNetGraph`
/// @param publicModel whether the generated class is public
/// @param batch the fixed batch size, or 0 if N stays symbolic
/// @param memory the most that training may take
/// @param nodes in source order; of several of one name, which are reported, the first counts
/// @param broken whether a mistake was reported already, by Nacre or by the compiler, which leaves
///     the model only good for its names
public record ModelDeclaration(
    String packageName,
    String typeName,
    String graphName,
    boolean publicModel,
    int batch,
    Optional<MemoryLimit> memory,
    Place place,
    List<NodeDeclaration> nodes,
    boolean broken) {
  public ModelDeclaration {
    nodes = List.copyOf(nodes);
  }

  /// The names of all nodes.
  public Set<String> nodeNames() {
    return nodes.stream().map(NodeDeclaration::name).collect(Collectors.toSet());
  }

  /// The model in a form to read: one line a node.
  public String text() {
    StringBuilder text = new StringBuilder("declaration of ").append(typeName);
    text.append(" (writes ").append(graphName).append(", batch ");
    text.append(batch == 0 ? "N" : batch);
    memory.ifPresent(limit -> text.append(", at most ").append(limit.text()));
    text.append(broken ? ", broken)" : ")");
    nodes.forEach(node -> text.append("\n  ").append(node.text()));
    return text.toString();
  }
}
