package io.nacre.processor.inline;

import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.read.NodeDeclaration;
import java.util.List;
import java.util.Optional;

/// One node in one place of the whole network: a layer, or a use of a block or model with the nodes
/// inside it.
final class Instance {
  private NodeDeclaration declaration;
  private Position position;
  private final boolean last;
  private final Optional<Instance> previous;
  private Optional<Scope> inside = Optional.empty();

  /// @param declaration with the values of the use in which it stands
  /// @param last false for all copies of a repeated node but the last
  /// @param previous the copy of a repeated node before this one
  Instance(
      NodeDeclaration declaration, Position position, boolean last, Optional<Instance> previous) {
    this.declaration = declaration;
    this.position = position;
    this.last = last;
    this.previous = previous;
  }

  NodeDeclaration declaration() {
    return declaration;
  }

  Position position() {
    return position;
  }

  Optional<Instance> previous() {
    return previous;
  }

  /// The nodes inside; empty for a layer.
  Optional<Scope> inside() {
    return inside;
  }

  void fill(Scope scope) {
    inside = Optional.of(scope);
  }

  /// Says nothing more about it: what it stands for cannot be found, which is reported.
  void fail() {
    declaration = declaration.asBroken();
  }

  /// Takes the weights of another use, before it is filled.
  void share(Instance other) {
    position = position.withWeights(other.position.weights());
  }

  /// Whether `@Output` marks it.
  boolean output() {
    return declaration.output() && last;
  }

  VariableKind variable() {
    return declaration.layer().layer()
        .map(layer -> layer.variable())
        .orElse(VariableKind.NONE);
  }

  /// Whether it holds weights or states, which another call may share.
  boolean holdsWeights() {
    return variable() == VariableKind.PARAMETER || variable() == VariableKind.AUXILIARY;
  }

  /// What messages call it.
  String path() {
    return position.path();
  }

  /// Whether another node of the network stands for it, because a call shares its weights.
  boolean shared() {
    return inside.isEmpty() && holdsWeights() && !position.weights().equals(position.name());
  }

  /// The name of the node that stands for it in the network.
  String name() {
    return shared() ? position.weights() : position.name();
  }

  /// What it gives to others: itself, or the values of the block or model.
  List<Source> exposed() {
    return inside.map(Scope::values).orElseGet(() -> List.of(new Source(this, 0)));
  }

  /// What an edge from one of its outputs takes; empty if it has no such output. (How many a layer
  /// has is not known here.)
  Optional<Source> value(int output) {
    List<Source> values = exposed();
    if (values.size() == 1 && inside.filter(Scope::isListed).isEmpty()) {
      return Optional.of(new Source(values.get(0).node(), output));
    }
    return output >= 0 && output < values.size()
        ? Optional.of(values.get(output))
        : Optional.empty();
  }
}
