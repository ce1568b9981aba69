package io.nacre.processor.ir;

import java.util.List;

/// The same number at every place.
public record Constant(double number, Shape shape, DataType type) implements Primitive {
  @Override
  public List<Value> inputs() {
    return List.of();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // a constant has no inputs
  }
}
