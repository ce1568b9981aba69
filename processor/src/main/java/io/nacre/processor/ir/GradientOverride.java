package io.nacre.processor.ir;

import java.util.List;
import java.util.Optional;

/// `output`, unchanged, whose gradient is not its derivative: losses that start the backward pass, and
/// values that end it.
///
/// @param output the value
/// @param rule what to use as the gradient of which value; empty: no gradient passes
public record GradientOverride(Value output, Optional<Rule> rule) implements Primitive {

  /// Adds `gradient` to the gradient of `target`, whatever the gradient of the output.
  ///
  /// @param loss tells losses apart: each adds its gradient, however alike they are
  public record Rule(int loss, Value target, Value gradient) {
    public Rule {
      Check.sameShape(target, gradient, "a gradient");
      Check.sameType(target, gradient, "a gradient");
    }
  }

  /// The rule's values belong to the backward pass, so they are no inputs.
  @Override
  public List<Value> inputs() {
    return List.of(output);
  }

  @Override
  public Shape shape() {
    return output.shape();
  }

  @Override
  public DataType type() {
    return output.type();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    rule.ifPresent(rule -> gradients.add(rule.target(), rule.gradient()));
  }
}
