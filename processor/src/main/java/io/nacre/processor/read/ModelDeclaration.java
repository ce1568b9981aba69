package io.nacre.processor.read;

import io.nacre.processor.problem.FilePlace;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.Similar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A model as it was written: the output of the reader, still without any meaning. Inlining makes
/// another of it, in which blocks and calls are replaced by the nodes inside them.
///
/// @param packageName empty for the unnamed package
/// @param typeName the model's name within its package, with dots if it is nested: `LeNet`
/// @param graphName the simple name of the class to write: `LeNetGraph`, `Outer_LeNetGraph`
/// @param publicModel whether the generated class is public
/// @param batch the fixed batch size, or 0 if N stays symbolic
/// @param memory the most that training may take
/// @param layers whether the values of all layers are kept for the user
/// @param nodes in source order, inherited ones first; of several of one name, which are reported,
///     the first counts
/// @param names what an edge may name, and the node that it means then: `stem` means `stem_relu`
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
    boolean layers,
    Place place,
    List<NodeDeclaration> nodes,
    Map<String, String> names,
    Optional<ImportDeclaration> imported,
    List<HeadDeclaration> heads,
    Spelling spelling,
    boolean broken) {
  public ModelDeclaration {
    nodes = List.copyOf(nodes);
    heads = List.copyOf(heads);
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /// The model's qualified name: `models.Outer.LeNet`.
  public String type() {
    return packageName.isEmpty() ? typeName : packageName + "." + typeName;
  }

  /// Each node by its own name.
  public static Map<String, String> namesOf(List<NodeDeclaration> nodes) {
    Map<String, String> names = new LinkedHashMap<>();
    nodes.forEach(node -> names.put(node.name(), node.name()));
    return names;
  }

  /// The names of all methods of the model that are nodes.
  public Set<String> methodNames() {
    return nodes.stream()
        .filter(node -> !(node.place() instanceof FilePlace))
        .map(node -> spelling.java(node.name()))
        .collect(Collectors.toSet());
  }

  /// The node from which an edge comes, or was probably meant to come.
  public Optional<String> likelySource(EdgeDeclaration edge) {
    if (edge.state() == EdgeDeclaration.State.FOUND) {
      return Optional.of(edge.target());
    }
    String target = edge.target();
    return target.indexOf('.') < 0
        ? Similar.to(target, names.keySet()).map(names::get)
        : Similar.to(target, nodes.stream().map(NodeDeclaration::path).toList())
            .flatMap(
                path -> nodes.stream().filter(node -> node.path().equals(path)).findFirst())
            .map(NodeDeclaration::name);
  }

  /// This model with the network of its file.
  public ModelDeclaration importing(
      List<NodeDeclaration> all, List<HeadDeclaration> outputs, Spelling spelt) {
    return with(all, namesOf(all), outputs, spelt, broken);
  }

  /// This model with the layers that its nodes stand for.
  ///
  /// @param meant the layer that each of its names means
  public ModelDeclaration inlined(
      List<NodeDeclaration> layers, Map<String, String> meant, Spelling spelt) {
    return with(layers, meant, heads, spelt, broken);
  }

  /// This model, but of which nothing more is to be said.
  public ModelDeclaration asBroken() {
    return with(nodes, names, heads, spelling, true);
  }

  private ModelDeclaration with(
      List<NodeDeclaration> others,
      Map<String, String> meant,
      List<HeadDeclaration> outputs,
      Spelling spelt,
      boolean wrong) {
    return new ModelDeclaration(
        packageName,
        typeName,
        graphName,
        publicModel,
        batch,
        memory,
        layers,
        place,
        others,
        meant,
        imported,
        outputs,
        spelt,
        wrong);
  }

  /// The model in a form to read: one line a node.
  public String text() {
    StringBuilder text = new StringBuilder("declaration of ").append(typeName);
    text.append(" (writes ").append(graphName).append(", batch ");
    text.append(batch == 0 ? "N" : batch);
    memory.ifPresent(limit -> text.append(", at most ").append(limit.text()));
    text.append(layers ? ", keeps layers" : "");
    text.append(broken ? ", broken)" : ")");
    nodes.forEach(node -> text.append("\n  ").append(node.text()));
    return text.toString();
  }
}
