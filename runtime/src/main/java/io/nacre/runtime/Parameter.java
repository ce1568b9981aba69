package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Variable;

/// One trained variable of a bound graph. Its tensors are views: they show what the graph holds.
public final class Parameter {
  private final Variable variable;
  private final Tensor value;
  private final Tensor gradient;
  private final ParameterRuns runs;

  Parameter(Variable variable, Weights weights) {
    this.variable = variable;
    this.value = weights.value(variable);
    this.gradient = weights.gradient(variable);
    this.runs = weights.runs(variable);
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

  /// What optimizers multiply the learning rate by for this parameter; 1 unless the model says
  /// otherwise.
  public double lrMult() {
    return runs.lrMult(runs.run(variable));
  }

  /// Sets what optimizers multiply the learning rate by, MXNet's `lr_mult`; 0 freezes the
  /// parameter. It belongs to the weights: graphs that share them share it.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Parameter lrMult(double lrMult) {
    runs.lrMult(runs.run(variable), Arguments.requireNotNegative(name() + ".lrMult", lrMult));
    return this;
  }

  /// What optimizers multiply the weight decay by for this parameter. Unless the model says
  /// otherwise it is MXNet's rule: 1 if the name ends in `_weight` or `_gamma`, else 0.
  public double wdMult() {
    return runs.wdMult(runs.run(variable));
  }

  /// Sets what optimizers multiply the weight decay by, MXNet's `wd_mult`. It belongs to the
  /// weights: graphs that share them share it.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Parameter wdMult(double wdMult) {
    runs.wdMult(runs.run(variable), Arguments.requireNotNegative(name() + ".wdMult", wdMult));
    return this;
  }

  /// Name, shape and type, for instance `fc1_weight 500 x 800 float32`.
  @Override
  public String toString() {
    return name() + " " + shape() + " " + dataType();
  }
}
