package io.nacre.processor.ir;

import java.util.List;

/// Gives a state a new value once the step has computed it: moving averages. Its value lies where the
/// state lies, so every other reader of the state must come before it.
///
/// @param state an auxiliary [Variable]
/// @param input the new value
public record Assign(Value state, Value input) implements Primitive {
  public Assign {
    Check.that(
        state.primitive() instanceof Variable variable
            && variable.role() == Variable.Role.AUXILIARY,
        "%s is no state",
        state);
    Check.sameShape(state, input, "a state");
    Check.sameType(state, input, "a state");
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public Shape shape() {
    return input.shape();
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// Nothing depends on what a state becomes.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // the gradient ends here
  }
}
