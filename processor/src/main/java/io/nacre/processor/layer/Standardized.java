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
/// @param mean the mean along the axes, which stay with size 1
/// @param deviation `sqrt(variance + eps)`, where the variance is the mean of `(x - mean)^2`
record Standardized(Value value, Value mean, Value deviation) {

  static Standardized of(Emitter e, Value x, List<Integer> axes, double eps) {
    Value mean = mean(e, x, axes);
    Value centered = e.subtract(x, e.broadcast(mean, x.shape()));
    Value variance = mean(e, e.multiply(centered, centered), axes);
    Value deviation =
        e.pointwise(PointwiseFunction.SQRT, e.add(variance, e.constant(eps, variance)));
    Value value = e.divide(centered, e.broadcast(deviation, x.shape()));
    return new Standardized(value, mean, deviation);
  }

  private static Value mean(Emitter e, Value x, List<Integer> axes) {
    Value sum = e.reduce(Reduce.Kind.SUM, x, axes);
    Dim count = Dim.ONE;
    for (int axis : axes) {
      count = count.times(x.shape().dim(axis)).orElseThrow();
    }
    return e.divide(sum, e.size(count, sum.shape(), sum.type()));
  }
}
