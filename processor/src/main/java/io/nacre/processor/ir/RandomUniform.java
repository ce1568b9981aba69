package io.nacre.processor.ir;

import java.util.List;

/// Numbers between 0 (may occur) and 1 (never occurs), all equally likely and new in every pass. The
/// number at a place follows from the seed, the pass, the stream and the place, never from who
/// computes it.
///
/// @param stream tells the numbers of different nodes apart
public record RandomUniform(int stream, Shape shape, DataType type) implements Primitive {
  @Override
  public List<Value> inputs() {
    return List.of();
  }

  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // a random number has no inputs
  }
}
