package io.nacre.processor.golden;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Numbers in a box of any number of axes, in row-major order, for formulas of tests.
record Box(int[] sizes, double[] values) {

  /// A box with a number for each position.
  static Box of(int[] sizes, ToDoubleFunction<int[]> number) {
    double[] values = new double[count(sizes)];
    for (int i = 0; i < values.length; i++) {
      values[i] = number.applyAsDouble(position(sizes, i));
    }
    return new Box(sizes, values);
  }

  static int count(int... sizes) {
    return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
  }

  private static int[] position(int[] sizes, int index) {
    int[] position = new int[sizes.length];
    int rest = index;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      position[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return position;
  }

  double at(int... position) {
    int index = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      index = index * sizes[axis] + position[axis];
    }
    return values[index];
  }

  int size(int axis) {
    return sizes[axis];
  }

  int rank() {
    return sizes.length;
  }

  /// The same numbers under other sizes.
  Box as(int... others) {
    return new Box(others, values);
  }

  /// Some positions, from axis `from` to before `to`.
  static int[] part(int[] position, int from, int to) {
    return Arrays.copyOfRange(position, from, to);
  }

  static int[] joined(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }
}
