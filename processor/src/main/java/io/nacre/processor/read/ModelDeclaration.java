package io.nacre.processor.read;

import io.nacre.processor.problem.FilePlace;
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
/// @param imported the file that the network is taken from, if it is not written out
/// @param heads the outputs, where a file lists them; else empty
/// @param spelling how names are spelt in the generated class
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
    Optional<ImportDeclaration> imported,
    List<HeadDeclaration> heads,
    Spelling spelling,
    boolean broken) {
  public ModelDeclaration {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
  }

  /// The names of all nodes that are methods of the model.
  public Set<String> methodNames() {
    return nodes.stream()
        .filter(node -> !(node.place() instanceof FilePlace))
        .map(NodeDeclaration::name)
        .collect(Collectors.toSet());
  }

  /// This model with the network of its file.
  public ModelDeclaration importing(
      List<NodeDeclaration> all, List<HeadDeclaration> outputs, Spelling spelt) {
    return new ModelDeclaration(
        packageName,
        typeName,
        graphName,
        publicModel,
        batch,
        memory,
        place,
        all,
        imported,
        outputs,
        spelt,
        broken);
  }

  /// This model, of whose network nothing is known, which was reported.
  public ModelDeclaration asBroken() {
    return new ModelDeclaration(
        packageName,
        typeName,
        graphName,
        publicModel,
        batch,
        memory,
        place,
        nodes,
        imported,
        heads,
        spelling,
        true);
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
