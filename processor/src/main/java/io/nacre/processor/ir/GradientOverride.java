package io.nacre.processor.ir;

import java.util.List;
import java.util.Optional;

/// `output`, unchanged, whose gradient is not its derivative: losses that start the backward pass, and
/// values that end it.
///
/// @param output the value
/// @param rule what to use as the gradient of which value; empty: no gradient passes
public record GradientOverride(Value output, Optional<Rule> rule) implements Primitive {

  /// Adds `gradient` to the gradient of `target`.
  ///
  /// @param timesHeadGradient whether `gradient` is multiplied by the gradient of the output, which
  ///     has the same shape; otherwise that is ignored
  public record Rule(Value target, Value gradient, boolean timesHeadGradient) {
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
    rule.ifPresent(
        rule ->
            gradients.add(
                rule.target(),
                rule.timesHeadGradient()
                    ? gradients.emitter().multiply(rule.gradient(), dy)
                    : rule.gradient()));
  }

  /// Whether the gradient of the output matters.
  public boolean readsHeadGradient() {
    return rule.isPresent() && rule.get().timesHeadGradient();
  }
}
