package io.nacre.processor.ir;

import java.util.List;

/// A network in primitives: what it takes and what it gives.
///
/// @param variables in MXNet's `list_arguments` order, auxiliary states after them
/// @param heads the outputs
public record Graph(String name, List<NamedValue> variables, List<Head> heads, Emitter emitter) {

  /// A variable under its name.
  public record NamedValue(String name, Value value, boolean wantsGradient) {}

  /// An output under its node's name.
  ///
  /// @param loss whether its gradient starts by itself
  public record Head(String name, Value value, boolean loss) {}

  public Graph {
    variables = List.copyOf(variables);
    heads = List.copyOf(heads);
  }
}
