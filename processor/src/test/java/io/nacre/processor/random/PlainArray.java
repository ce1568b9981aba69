package io.nacre.processor.random;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// Numbers with a shape, and nothing clever: what [PlainLayers] compute with.
record PlainArray(int[] shape, double[] values) {

  /// The number at each index as a function says.
  static PlainArray of(int[] shape, ToDoubleFunction<int[]> value) {
    double[] values = new double[size(shape)];
    int[] next = {0};
    forEach(shape, index -> values[next[0]++] = value.applyAsDouble(index));
    return new PlainArray(shape.clone(), values);
  }

  /// Every index, the last axis running fastest.
  static void forEach(int[] shape, Consumer<int[]> body) {
    int[] index = new int[shape.length];
    for (int i = 0; i < size(shape); i++) {
      int rest = i;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        index[axis] = rest % shape[axis];
        rest /= shape[axis];
      }
      body.accept(index);
    }
  }

  static int size(int[] shape) {
    long size = 1;
    for (int dim : shape) {
      size *= dim;
    }
    WrongModel.unless(size <= 1 << 20, "an array of " + size + " numbers");
    return (int) size;
  }

  int rank() {
    return shape.length;
  }

  int dim(int axis) {
    return shape[axis];
  }

  double at(int... index) {
    int at = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      at = at * shape[axis] + index[axis];
    }
    return values[at];
  }

  PlainArray map(DoubleUnaryOperator function) {
    return new PlainArray(shape, Arrays.stream(values).map(function).toArray());
  }

  PlainArray with(PlainArray other, DoubleBinaryOperator function) {
    double[] results = new double[values.length];
    Arrays.setAll(results, i -> function.applyAsDouble(values[i], other.values[i]));
    return new PlainArray(shape, results);
  }

  PlainArray reshaped(int... other) {
    WrongModel.unless(size(other) == values.length, text() + " as " + Arrays.toString(other));
    return new PlainArray(other.clone(), values);
  }

  double sum() {
    return Arrays.stream(values).sum();
  }

  boolean sameShape(PlainArray other) {
    return Arrays.equals(shape, other.shape);
  }

  String text() {
    return Arrays.toString(shape);
  }

  /// An index or a shape with another number at one place.
  static int[] with(int[] index, int axis, int number) {
    int[] changed = index.clone();
    changed[axis] = number;
    return changed;
  }

  static int[] inserted(int[] index, int axis, int number) {
    int[] longer = new int[index.length + 1];
    System.arraycopy(index, 0, longer, 0, axis);
    longer[axis] = number;
    System.arraycopy(index, axis, longer, axis + 1, index.length - axis);
    return longer;
  }

  static int[] without(int[] index, int axis) {
    int[] shorter = new int[index.length - 1];
    System.arraycopy(index, 0, shorter, 0, axis);
    System.arraycopy(index, axis + 1, shorter, axis, shorter.length - axis);
    return shorter;
  }
}
