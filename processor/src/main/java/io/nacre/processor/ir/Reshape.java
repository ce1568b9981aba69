package io.nacre.processor.ir;

import java.util.List;

/// The same elements in the same order under another shape. Costs nothing: the memory is shared.
public record Reshape(Value input, Shape shape) implements Primitive {
  public Reshape {
    Check.that(input.shape().size().equals(shape.size()), "%s to %s", input.shape(), shape);
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public DataType type() {
    return input.type();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(input, gradients.emitter().reshape(dy, input.shape()));
  }
}
