package io.nacre.processor.ir;

/// Where gradient rules put their results.
public interface Gradients {

  /// Whether anybody asks for the gradient of `value`; a rule may skip what nobody asks for.
  boolean wanted(Value value);

  /// Adds `gradient`, which has the value's shape and type, to the gradient of `value`.
  void add(Value value, Value gradient);

  /// Makes the primitives of the rule.
  Emitter emitter();
}
