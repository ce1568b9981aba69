package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;

/// One trained variable of a bound graph. Its tensors are views: they show what the graph holds.
public final class Parameter {
  private final Variable variable;
  private final Tensor value;
  private final Tensor gradient;

  Parameter(Variable variable, Weights weights) {
    this.variable = variable;
    this.value = weights.value(variable);
    this.gradient = weights.gradient(variable);
  }

  /// Its name in MXNet's spelling, for instance `fc1_weight`.
  public String name() {
    return variable.name();
  }

  /// Its shape, which has no N.
  public Shape shape() {
    return variable.shape();
  }

  /// The type of its numbers.
  public DataType dataType() {
    return variable.dataType();
  }

  /// Its numbers.
  public Tensor value() {
    return value;
  }

  /// Its gradient, as the last backward pass left it; 0 before the first.
  public Tensor gradient() {
    return gradient;
  }

  /// Name, shape and type, for instance `fc1_weight 500 x 800 float32`.
  @Override
  public String toString() {
    return name() + " " + shape() + " " + dataType();
  }
}
