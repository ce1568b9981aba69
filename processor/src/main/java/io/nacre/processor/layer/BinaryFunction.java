package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;

/// A function of the elements of two values of one shape.
interface BinaryFunction {
  Value of(Emitter e, Value a, Value b);

  static BinaryFunction of(PointwiseFunction function) {
    return (e, a, b) -> e.pointwise(function, a, b);
  }
}
