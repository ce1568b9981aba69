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
    requireFloat("arithmetic", x);
    Tensor result = Tensor.zeros(x.dataType(), x.shape());
    for (int i = 0; i < x.size(); i++) {
      result.put(i, function.applyAsDouble(x.at(i)));
    }
    return result;
  }

  /// A function that each type has its own form of.
  static Tensor function(Tensor x, FloatFunction single, DoubleUnaryOperator twice) {
    return switch (x.dataType()) {
      case FLOAT32, FLOAT16 -> map(x, value -> single.of((float) value));
      case FLOAT64 -> map(x, twice);
      case INT8, UINT8, INT32, INT64 -> throw notFloat("a function", x);
    };
  }

  /// A function of each number and a constant, which is first rounded to the tensor's type.
  static Tensor with(Tensor x, double y, DoubleBinaryOperator function) {
    double constant = x.dataType() == DataType.FLOAT64 ? y : (float) y;
    return map(x, value -> function.applyAsDouble(value, constant));
  }

  static Tensor zip(String operation, Tensor x, Tensor y, DoubleBinaryOperator function) {
    requireOneType(operation, x, y);
    requireFloat(operation, x);
    if (!x.shape().equals(y.shape())) {
      throw new IllegalArgumentException(
          "%s needs equal shapes, not %s and %s%s"
              .formatted(operation, x.shape(), y.shape(), advice(x.shape(), y.shape())));
    }
    Tensor result = Tensor.zeros(x.dataType(), x.shape());
    for (int i = 0; i < x.size(); i++) {
      result.put(i, function.applyAsDouble(x.at(i), y.at(i)));
    }
    return result;
  }

  /// Whole numbers are cast before anything is computed with them, so that nothing is cut off.
  static void requireFloat(String operation, Tensor x) {
    if (!x.dataType().isFloat()) {
      throw notFloat(operation, x);
    }
  }

  /// How one shape becomes the other, if repeating does it: `; y.broadcastTo(2, 3) repeats it`.
  private static String advice(Shape x, Shape y) {
    String how = "; %s.broadcastTo(%s) repeats it";
    if (Layouts.repeats(y, x)) {
      return how.formatted("y", x.toString().replace(" x", ","));
    }
    return Layouts.repeats(x, y) ? how.formatted("x", y.toString().replace(" x", ",")) : "";
  }

  private static IllegalArgumentException notFloat(String operation, Tensor x) {
    return new IllegalArgumentException(
        "%s of %s: cast(DataType.FLOAT32) makes floats of it".formatted(operation, x.dataType()));
  }

  static void requireOneType(String operation, Tensor x, Tensor y) {
    if (x.dataType() != y.dataType()) {
      throw new IllegalArgumentException(
          "%s needs one type, not %s and %s; cast makes one like the other"
              .formatted(operation, x.dataType(), y.dataType()));
    }
  }
}
