package io.nacre.processor.ir;

import java.util.List;

/// Where along `axis` the element stands that comes k-th in order: `x[j[0]]`, `x[j[1]]`... is sorted.
/// Equal elements stay in their order, and NaN comes last either way.
///
/// @param ascending whether the smallest comes first, or else the largest
public record SortOrder(Value input, int axis, boolean ascending) implements Primitive {
  public SortOrder {
    Check.that(input.type().hasKernels(), "the order of %s", input.type());
    Check.that(axis >= 0 && axis < input.shape().rank(), "axis %s of %s", axis, input.shape());
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

  /// A place does not change with the elements, but for where they change places.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    // an order has no gradient
  }
}
