package io.nacre.runtime;

import io.nacre.runtime.kernel.DoubleMath;
import io.nacre.runtime.kernel.FloatMath;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// What can be done with a [Tensor] outside a graph: preparing data, looking at results.
///
/// Each operation gives a new tensor of the same type, whose numbers are copies. It computes as
/// graphs do: functions are [FloatMath]'s and [DoubleMath]'s, products are
/// [io.nacre.runtime.kernel.MatMulKernel]'s, and sums have the order of generated loops.
///
/// Two tensors that meet have the same type and shape; nothing is repeated by accident. Say
/// [#broadcastTo] or [Tensor#cast] where it is meant. An axis counts from 0, or from the end: -1 is
/// the last.
public sealed interface TensorOperations permits Tensor {
  // ---- number by number

  /// `x + y` at every place.
  ///
  /// @throws IllegalArgumentException if shapes or types differ
  default Tensor plus(Tensor y) {
    return zip("plus", y, (a, b) -> a + b);
  }

  /// `x + y` at every place.
  default Tensor plus(double y) {
    return Elementwise.with(tensor(), y, (a, b) -> a + b);
  }

  /// `x - y` at every place.
  ///
  /// @throws IllegalArgumentException if shapes or types differ
  default Tensor minus(Tensor y) {
    return zip("minus", y, (a, b) -> a - b);
  }

  /// `x - y` at every place.
  default Tensor minus(double y) {
    return Elementwise.with(tensor(), y, (a, b) -> a - b);
  }

  /// `x * y` at every place.
  ///
  /// @throws IllegalArgumentException if shapes or types differ
  default Tensor times(Tensor y) {
    return zip("times", y, (a, b) -> a * b);
  }

  /// `x * y` at every place.
  default Tensor times(double y) {
    return Elementwise.with(tensor(), y, (a, b) -> a * b);
  }

  /// `x / y` at every place.
  ///
  /// @throws IllegalArgumentException if shapes or types differ
  default Tensor div(Tensor y) {
    return zip("div", y, (a, b) -> a / b);
  }

  /// `x / y` at every place.
  default Tensor div(double y) {
    return Elementwise.with(tensor(), y, (a, b) -> a / b);
  }

  /// `-x`.
  default Tensor negate() {
    return map(x -> -x);
  }

  /// `|x|`.
  default Tensor abs() {
    return map(Math::abs);
  }

  /// `x * x`.
  default Tensor square() {
    return map(x -> x * x);
  }

  /// The square root; NaN below 0.
  default Tensor sqrt() {
    return map(Math::sqrt);
  }

  /// `e^x`.
  default Tensor exp() {
    return Elementwise.function(tensor(), FloatMath::exp, DoubleMath::exp);
  }

  /// The natural logarithm.
  default Tensor log() {
    return Elementwise.function(tensor(), FloatMath::log, DoubleMath::log);
  }

  /// The hyperbolic tangent.
  default Tensor tanh() {
    return Elementwise.function(tensor(), FloatMath::tanh, DoubleMath::tanh);
  }

  /// `1 / (1 + e^-x)`.
  default Tensor sigmoid() {
    return Elementwise.function(tensor(), FloatMath::sigmoid, DoubleMath::sigmoid);
  }

  /// `max(x, 0)`.
  default Tensor relu() {
    return map(x -> Math.max(x, 0));
  }

  /// The number from `least` to `most` that is closest to x.
  ///
  /// @throws IllegalArgumentException if `least` is above `most`
  default Tensor clip(double least, double most) {
    if (!(least <= most)) {
      throw new IllegalArgumentException("clip from %s to %s".formatted(least, most));
    }
    return map(x -> Math.max(least, Math.min(most, x)));
  }

  /// Any function of a number, computed in double and rounded to the tensor's type.
  default Tensor map(DoubleUnaryOperator function) {
    return Elementwise.map(tensor(), function);
  }

  /// Any function of two numbers at the same place, computed in double and rounded to the tensors'
  /// type: `labels.zip(decisions, (a, b) -> a == b ? 1 : 0)`.
  ///
  /// @throws IllegalArgumentException if shapes or types differ
  default Tensor zip(Tensor y, DoubleBinaryOperator function) {
    return zip("zip", y, function);
  }

  // ---- products

  /// The product of two matrices, `m x k` and `k x n`. It runs on all threads of [Device#cpu()].
  ///
  /// @throws IllegalArgumentException if one has not two axes, k differs, or the types do
  default Tensor matmul(Tensor y) {
    return MatrixProduct.of(tensor(), y);
  }

  // ---- over many numbers

  /// The sum of all numbers.
  default double sum() {
    return Reduction.SUM.of(tensor());
  }

  /// The sums along some axes, which are then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis, or one is named twice
  default Tensor sum(int axis, int... more) {
    return Reduction.SUM.of(tensor(), axis, more);
  }

  /// The average of all numbers.
  default double mean() {
    return Reduction.MEAN.of(tensor());
  }

  /// The averages along some axes, which are then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis, or one is named twice
  default Tensor mean(int axis, int... more) {
    return Reduction.MEAN.of(tensor(), axis, more);
  }

  /// The largest number; NaN if one is.
  default double max() {
    return Reduction.MAX.of(tensor());
  }

  /// The largest numbers along some axes, which are then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis, or one is named twice
  default Tensor max(int axis, int... more) {
    return Reduction.MAX.of(tensor(), axis, more);
  }

  /// The smallest number; NaN if one is.
  default double min() {
    return Reduction.MIN.of(tensor());
  }

  /// The smallest numbers along some axes, which are then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis, or one is named twice
  default Tensor min(int axis, int... more) {
    return Reduction.MIN.of(tensor(), axis, more);
  }

  /// The root of the sum of all squares.
  default double norm() {
    double sum = square().sum();
    return tensor().dataType() == DataType.FLOAT64 ? Math.sqrt(sum) : FloatMath.sqrt((float) sum);
  }

  /// Where the largest number along an axis is, the first of equals; NaN counts as the largest. The
  /// axis is then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis
  default Tensor argmax(int axis) {
    return Extremes.places(tensor(), axis, true);
  }

  /// Where the smallest number along an axis is, the first of equals; NaN counts as the smallest.
  /// The axis is then gone.
  ///
  /// @throws IllegalArgumentException if there is no such axis
  default Tensor argmin(int axis) {
    return Extremes.places(tensor(), axis, false);
  }

  // ---- other shapes

  /// The same numbers in another shape, in row-major order. One size may be -1: what is left.
  ///
  /// @throws IllegalArgumentException if the shape has more or fewer numbers
  default Tensor reshape(int... shape) {
    return Layouts.reshape(tensor(), shape);
  }

  /// The axes in reverse order; of a matrix, rows become columns.
  default Tensor transpose() {
    int rank = tensor().shape().rank();
    int[] axes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      axes[axis] = rank - 1 - axis;
    }
    return Layouts.transpose(tensor(), axes);
  }

  /// The axes in another order: axis i of the result is axis `axes[i]` of this.
  ///
  /// @throws IllegalArgumentException if an axis is missing, named twice, or not there
  default Tensor transpose(int... axes) {
    return Layouts.transpose(tensor(), axes);
  }

  /// The part of an axis from `from` to before `to`.
  ///
  /// @throws IllegalArgumentException if there is no such axis
  /// @throws IndexOutOfBoundsException if the part is empty or not within the axis
  default Tensor slice(int axis, int from, int to) {
    return Layouts.slice(tensor(), axis, from, to);
  }

  /// Some entries of an axis, in the order given; an entry can be taken more than once.
  ///
  /// @throws IllegalArgumentException if there is no such axis, or no index
  /// @throws IndexOutOfBoundsException if an index is not within the axis
  default Tensor take(int axis, int... indices) {
    return Layouts.take(tensor(), axis, indices);
  }

  /// Repeats axes of size 1, and the whole for new axes in front, until the shape is this one.
  ///
  /// @throws IllegalArgumentException if an axis is of another size
  default Tensor broadcastTo(int... shape) {
    return Layouts.broadcast(tensor(), shape);
  }

  /// The numbers as NumPy prints them: a line for each row, columns aligned, at most 8 decimals.
  /// Of more than 1000 numbers, only the first and last three of each axis are shown.
  default String text() {
    return TensorTable.of(tensor());
  }

  private Tensor zip(String operation, Tensor y, DoubleBinaryOperator function) {
    return Elementwise.zip(operation, tensor(), y, function);
  }

  private Tensor tensor() {
    return (Tensor) this;
  }
}
