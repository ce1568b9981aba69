package io.nacre.processor.ir;

import java.util.List;

/// A value that comes from outside: fed, or held between steps.
public record Variable(String name, Role role, Shape shape, DataType type) implements Primitive {

  /// Who fills the variable.
  public enum Role {
    /// The user, at every step: inputs and labels.
    INPUT,
    /// The weights.
    PARAMETER,
    /// States that training updates beside the gradient.
    AUXILIARY,
    /// The user, before the backward pass: the gradient of a head that is no loss.
    HEAD_GRADIENT,
    /// Earlier backward passes: the gradient of a parameter, to which this one adds.
    GRADIENT
  }

  @Override
  public List<Value> inputs() {
    return List.of();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // a variable has no inputs
  }
}
