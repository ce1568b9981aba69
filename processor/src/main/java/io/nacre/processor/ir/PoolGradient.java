package io.nacre.processor.ir;

import java.util.List;

/// The gradient of a [Pool]: dy goes to the first maximum of its window, or to all its elements by
/// their share.
public record PoolGradient(Pool pool, Value y, Value dy) implements Primitive {
  public PoolGradient {
    Check.shape(y, pool.shape(), "y");
    Check.shape(dy, pool.shape(), "dy");
    Check.sameType(pool.x(), dy, "pooling");
  }

  @Override
  public List<Value> inputs() {
    return List.of(pool.x(), y, dy);
  }

  @Override
  public Shape shape() {
    return pool.x().shape();
  }

  @Override
  public DataType type() {
    return dy.type();
  }

  /// Nothing in a model differentiates a gradient.
  @Override
  public void differentiate(Value dx, Value g, Gradients gradients) {
    throw new IllegalStateException("the second derivative of pooling");
  }

  @Override
  public Dim flops() {
    return pool.flops();
  }
}
