package io.nacre.processor.inline;

import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.problem.Similar;
import io.nacre.processor.read.EdgeDeclaration;
import io.nacre.processor.read.HeadDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The nodes of a model, or of one use of a block or of another model, and what names mean among
/// them.
final class Scope {
  private final Map<String, Instance> names = new LinkedHashMap<>();
  private final List<Instance> nodes = new ArrayList<>();
  private final Map<String, BoundInput> bound = new HashMap<>();
  private final String kind;
  private final List<String> inputs;
  private final List<HeadDeclaration> heads;
  private final boolean broken;
  private List<Source> values;

  private Scope(
      String kind, List<String> inputs, List<HeadDeclaration> heads, boolean broken) {
    this.kind = kind;
    this.inputs = List.copyOf(inputs);
    this.heads = heads;
    this.broken = broken;
  }

  /// Of a model or block by itself.
  static Scope outermost() {
    return new Scope("", List.of(), List.of(), false);
  }

  /// Of one use.
  static Scope of(Definition definition) {
    return new Scope(
        definition.kind(), definition.inputs(), definition.heads(), definition.broken());
  }

  /// What an input of a use takes, and the edge that gives it.
  record BoundInput(Source source, EdgeDeclaration edge) {}

  /// Adds a node under its name; of several the first counts.
  void add(String name, Instance node) {
    nodes.add(node);
    names.putIfAbsent(name, node);
  }

  /// The bare name of a repeated node, which means the last copy.
  void alias(String name, Instance node) {
    names.putIfAbsent(name, node);
  }

  List<Instance> nodes() {
    return nodes;
  }

  Map<String, Instance> names() {
    return names;
  }

  /// What messages call it: `@ConvRelu`, `Encoder`.
  String kind() {
    return kind;
  }

  /// Whether its mistakes are reported elsewhere, and perhaps its inputs are among them.
  boolean broken() {
    return broken;
  }

  /// What edges from outside are for, in order.
  List<String> inputs() {
    return inputs;
  }

  boolean isInput(String name) {
    return inputs.contains(name);
  }

  void bind(String input, BoundInput value) {
    bound.put(input, value);
  }

  /// What an input takes; empty if the use does not give it.
  Optional<BoundInput> input(String name) {
    return Optional.ofNullable(bound.get(name));
  }

  /// The node of a name, or of a path of names: `stem.conv`. (In a file a name may have a point.)
  Optional<Instance> find(String path) {
    if (names.containsKey(path)) {
      return Optional.of(names.get(path));
    }
    Scope scope = this;
    Instance found = null;
    for (String name : path.split("\\.", -1)) {
      found = scope == null ? null : scope.names.get(name);
      if (found == null) {
        return Optional.empty();
      }
      scope = found.inside().orElse(null);
    }
    return Optional.ofNullable(found);
  }

  /// What is given to the outside: the heads that a file lists, else what is marked, else the layers
  /// that no node here takes. Of a layer this is its first output.
  List<Source> values() {
    if (values == null) {
      List<Source> marked = exposed(nodes.stream().filter(Instance::output));
      values = isListed() ? listed() : marked.isEmpty() ? untaken() : marked;
    }
    return values;
  }

  /// Whether the values are certain outputs of layers.
  boolean isListed() {
    return !heads.isEmpty();
  }

  private List<Source> listed() {
    return heads.stream()
        .filter(head -> names.containsKey(head.node()))
        .map(head -> new Source(names.get(head.node()), head.output()))
        .toList();
  }

  private static List<Source> exposed(Stream<Instance> nodes) {
    return nodes.flatMap(node -> node.exposed().stream()).toList();
  }

  private List<Source> untaken() {
    Set<Instance> taken = new HashSet<>();
    for (Instance node : nodes) {
      node.previous().flatMap(copy -> copy.value(0)).ifPresent(source -> taken.add(source.node()));
      for (EdgeDeclaration edge : node.declaration().edges()) {
        likely(edge.target())
            .flatMap(source -> source.value(edge.output()))
            .ifPresent(source -> taken.add(source.node()));
      }
    }
    return exposed(nodes.stream().filter(node -> node.variable() == VariableKind.NONE)).stream()
        .filter(value -> !taken.contains(value.node()))
        .toList();
  }

  /// The node of a name, or the one that was probably meant.
  Optional<Instance> likely(String name) {
    return isInput(name)
        ? Optional.empty()
        : find(name).or(() -> Similar.to(name, names.keySet()).map(names::get));
  }
}
