package io.nacre.processor.ir;

import java.util.List;

/// A size that depends on N as a number, the same at every place: the divisor of a mean over the
/// batch.
public record SizeConstant(Dim size, Shape shape, DataType type) implements Primitive {
  public SizeConstant {
    Check.that(size.batch(), "%s is a plain constant", size);
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
