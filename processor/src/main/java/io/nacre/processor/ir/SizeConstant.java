package io.nacre.processor.ir;

import java.util.List;

/// The number `size` at every place: k, or k * N with the N of the step that runs.
public record SizeConstant(Dim size, Shape shape, DataType type) implements Primitive {
  public SizeConstant {
    Check.that(size.known(), "an unknown size");
  }

  @Override
  public List<Value> inputs() {
    return List.of();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // a constant has no inputs
  }
}
