package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import java.util.List;

/// Numbers brought to mean 0 and variance 1 along some axes.
///
/// @param value `(x - mean) / deviation`
/// @param mean the mean along the axes, which stay with size 1; no gradient passes it
/// @param deviation `sqrt(variance + eps)`, where the variance is the mean of `(x - mean)^2`; no
///     gradient passes it
record Standardized(Value value, Value mean, Value deviation) {

  /// With `c = x - mean` the variance is the mean of c^2. Since c sums up to 0, the variance does
  /// not change with the mean, so the mean inside c is taken as a number without gradient. The
  /// mean's own gradient goes through the difference `mean - number`, which is 0:
  ///
  ///     y = c * inverse - (mean - number) * inverse
  ///
  /// so that the reverse pass sums up dy and dy * c along the axes and walks over x once more.
  static Standardized of(Expansion node, Value x, List<Integer> axes) {
    Emitter e = node.emitter();
    Value mean = e.label("mean", mean(e, x, axes));
    Value number = withoutGradient(e, mean);
    Value centred = e.label("centred", e.subtract(x, e.broadcast(number, x.shape())));
    Value variance = e.label("variance", mean(e, e.multiply(centred, centred), axes));
    Value eps = e.constant(node.attributes().number("eps"), variance);
    Value deviation =
        e.label("deviation", e.pointwise(PointwiseFunction.SQRT, e.add(variance, eps)));
    Value inverse = e.label("inverse", e.divide(e.constant(1, deviation), deviation));
    Value value = e.multiply(centred, e.broadcast(inverse, x.shape()));
    if (node.training()) {
      Value zero = e.label("zero", e.multiply(e.subtract(mean, number), inverse));
      value = e.subtract(value, e.broadcast(zero, x.shape()));
    }
    return new Standardized(value, number, withoutGradient(e, deviation));
  }

  /// `value * gamma + beta`, where gamma and beta have one number for each place of an axis.
  Value scaled(Expansion node, int axis) {
    Emitter e = node.emitter();
    Value gamma = AlongAxis.stretch(e, node.argument("gamma"), axis, value.shape());
    Value beta = AlongAxis.stretch(e, node.argument("beta"), axis, value.shape());
    return e.add(e.multiply(value, gamma), beta);
  }

  private static Value mean(Emitter e, Value x, List<Integer> axes) {
    Value sum = e.label("sum", e.reduce(Reduce.Kind.SUM, x, axes));
    Dim count = Dim.ONE;
    for (int axis : axes) {
      count = count.times(x.shape().dim(axis)).orElseThrow();
    }
    return e.divide(sum, e.size(count, sum.shape(), sum.type()));
  }

  private static Value withoutGradient(Emitter e, Value value) {
    return e.blockGradient(value);
  }
}
