package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import java.util.List;

/// What every softmax is made of: `exp(x - max)` along an axis, and its sum.
///
/// The maximum is there against overflow only: the results do not depend on it, so no gradient
/// passes it.
final class SoftmaxTerms {
  private final Emitter e;
  private final List<Integer> axis;
  private final boolean training;

  /// @param training whether gradients will be wanted
  SoftmaxTerms(Emitter e, int axis, boolean training) {
    this.e = e;
    this.axis = List.of(axis);
    this.training = training;
  }

  /// `exp(x - max) / sum of exp(x - max)`
  Value softmax(Value x) {
    Value exp = exp(shifted(x));
    return e.divide(exp, stretched(sum(exp), x));
  }

  /// `x - max - ln(sum of exp(x - max))`, which is exact where the softmax itself rounds to 0.
  Value logSoftmax(Value x) {
    Value shifted = shifted(x);
    Value sum = sum(exp(shifted));
    return e.subtract(shifted, stretched(e.pointwise(PointwiseFunction.LOG, sum), x));
  }

  /// The softmax of the first `length` elements, and 0 at the others.
  ///
  /// @param length for each row how many elements it has, with an axis of size 1
  Value softmax(Value x, Value length) {
    Value minusInfinity = e.constant(Double.NEGATIVE_INFINITY, x);
    Value lengths = stretched(length, x);
    Value index = e.index(axis.getFirst(), x);
    Value shift = stretched(shift(e.selectGreater(lengths, index, x, minusInfinity)), x);
    // again, since an empty row has no finite shift
    Value shifted = e.selectGreater(lengths, index, e.subtract(x, shift), minusInfinity);
    Value exp = exp(shifted);
    Value sum = sum(exp);
    Value divisor = e.selectGreater(sum, e.zeros(sum), sum, e.constant(1, sum));
    return e.divide(exp, stretched(divisor, x));
  }

  private Value shifted(Value x) {
    return e.subtract(x, stretched(shift(x), x));
  }

  private Value shift(Value x) {
    Value max = e.label("max", e.reduce(Reduce.Kind.MAX, x, axis));
    return training ? e.blockGradient(max) : max;
  }

  private Value exp(Value shifted) {
    return e.label("exp", e.pointwise(PointwiseFunction.EXP, shifted));
  }

  private Value sum(Value exp) {
    return e.label("sum", e.reduce(Reduce.Kind.SUM, exp, axis));
  }

  private Value stretched(Value row, Value x) {
    return e.broadcast(row, x.shape());
  }
}
