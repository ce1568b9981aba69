package io.nacre.processor.ir;

import java.util.List;
import java.util.stream.Stream;

/// A network in primitives: what it takes and what it gives.
///
/// @param variables in MXNet's `list_arguments` order, auxiliary states after them
/// @param heads the outputs
/// @param updates assignments to auxiliary states, which a step makes beside computing the heads
/// @param layers what is kept for the user beside the heads: each output of each layer; empty
///     unless it is asked for
public record Graph(
    String name,
    List<NamedValue> variables,
    List<Head> heads,
    List<Value> updates,
    List<Value> layers,
    Emitter emitter) {

  /// A variable under its name.
  public record NamedValue(String name, Value value, GradReq gradient) {
    public boolean wantsGradient() {
      return gradient != GradReq.NONE;
    }
  }

  /// An output under its node's name.
  ///
  /// @param loss whether its gradient starts by itself
  public record Head(String name, Value value, boolean loss) {}

  public Graph {
    variables = List.copyOf(variables);
    heads = List.copyOf(heads);
    updates = List.copyOf(updates);
    layers = List.copyOf(layers);
  }

  /// A graph of which no layers are kept.
  public Graph(
      String name,
      List<NamedValue> variables,
      List<Head> heads,
      List<Value> updates,
      Emitter emitter) {
    this(name, variables, heads, updates, List.of(), emitter);
  }

  /// What the forward pass is for: the heads, the updates of states, and the layers that are kept.
  public List<Value> results() {
    return Stream.of(heads.stream().map(Head::value), updates.stream(), layers.stream())
        .flatMap(values -> values)
        .toList();
  }
}
