package io.nacre.runtime;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Functions of the numbers at one place.
///
/// Sums, differences, products, quotients and roots of floats are computed in double and then
/// rounded, which gives the same bits as float arithmetic: a double has more than twice a float's
/// digits, and two to spare.
final class Elementwise {
  /// A function of a float.
  @FunctionalInterface
  interface FloatFunction {
    float of(float x);
  }

  private Elementwise() {}

  static Tensor map(Tensor x, DoubleUnaryOperator function) {
    Tensor result = Tensor.zeros(x.dataType(), x.shape());
    for (int i = 0; i < x.size(); i++) {
      result.put(i, function.applyAsDouble(x.at(i)));
    }
    return result;
  }

  /// A function that each type has its own form of.
  static Tensor function(Tensor x, FloatFunction single, DoubleUnaryOperator twice) {
    return switch (x.dataType()) {
      case FLOAT32 -> map(x, value -> single.of((float) value));
      case FLOAT64 -> map(x, twice);
    };
  }

  /// A function of each number and a constant, which is first rounded to the tensor's type.
  static Tensor with(Tensor x, double y, DoubleBinaryOperator function) {
    double constant = x.dataType() == DataType.FLOAT32 ? (float) y : y;
    return map(x, value -> function.applyAsDouble(value, constant));
  }

  static Tensor zip(String operation, Tensor x, Tensor y, DoubleBinaryOperator function) {
    requireOneType(operation, x, y);
    if (!x.shape().equals(y.shape())) {
      throw new IllegalArgumentException(
          "%s needs equal shapes, not %s and %s; broadcastTo makes one like the other"
              .formatted(operation, x.shape(), y.shape()));
    }
    Tensor result = Tensor.zeros(x.dataType(), x.shape());
    for (int i = 0; i < x.size(); i++) {
      result.put(i, function.applyAsDouble(x.at(i), y.at(i)));
    }
    return result;
  }

  static void requireOneType(String operation, Tensor x, Tensor y) {
    if (x.dataType() != y.dataType()) {
      throw new IllegalArgumentException(
          "%s needs one type, not %s and %s; cast makes one like the other"
              .formatted(operation, x.dataType(), y.dataType()));
    }
  }
}
