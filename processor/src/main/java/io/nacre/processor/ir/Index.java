package io.nacre.processor.ir;

import java.util.List;

/// At every place its index along `axis`: 0, 1, 2, ...
public record Index(int axis, Shape shape, DataType type) implements Primitive {
  @Override
  public List<Value> inputs() {
    return List.of();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // an index has no inputs
  }
}
