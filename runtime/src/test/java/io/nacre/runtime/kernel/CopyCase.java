package io.nacre.runtime.kernel;

import io.nacre.runtime.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// A copy to test, with its plain definition: which element of the source each element of the
/// target is.
///
/// @param part the shape of a slice of `shape`; the moved shape of a transposition
record CopyCase(Shape shape, int[] permutation, int[] from, Shape part, int[] step, int n) {
  static CopyCase transpose(int n, Shape shape, int... permutation) {
    int[] dims = shape.toInts();
    Shape moved = Shape.of(Arrays.stream(permutation).map(axis -> dims[axis]).toArray());
    return new CopyCase(shape, permutation, null, moved, null, n);
  }

  static CopyCase slice(int n, Shape shape, int[] from, Shape part, int[] step) {
    return new CopyCase(shape, null, from, part, step, n);
  }

  /// Slices of random ranges, a step of either sign along every axis.
  static CopyCase randomSlice(Random random) {
    int rank = 1 + random.nextInt(4);
    int batch = random.nextInt(rank + 1);
    int[] dims = new int[rank];
    int[] from = new int[rank];
    int[] sizes = new int[rank];
    int[] steps = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int dim = 1 + random.nextInt(axis == batch ? 3 : 9);
      boolean whole = random.nextInt(3) == 0;
      int size = whole ? dim : 1 + random.nextInt(dim);
      int most = axis == batch || size == 1 ? 1 : (dim - 1) / (size - 1);
      int step = 1 + random.nextInt(most);
      int extent = axis == batch ? size : (size - 1) * step + 1;
      from[axis] = random.nextInt(dim - extent + 1);
      steps[axis] = random.nextBoolean() ? step : -step;
      dims[axis] = axis == batch ? dim * Shape.N : dim;
      sizes[axis] = axis == batch ? size * Shape.N : size;
    }
    return slice(1 + random.nextInt(4), Shape.of(dims), from, Shape.of(sizes), steps);
  }

  CopyGeometry geometry() {
    return permutation != null
        ? CopyGeometry.transpose(shape, permutation)
        : CopyGeometry.slice(shape, from, part, step);
  }

  CopyGeometry opposite() {
    return CopyGeometry.place(shape, from, part, step);
  }

  int shapeSize() {
    return (int) shape.size(n);
  }

  int partSize() {
    return (int) part.size(n);
  }

  /// For each element of the part its place in an array of `shape`.
  int[] places() {
    int[] sizes = part.at(n).toInts();
    return IntStream.range(0, partSize()).map(at -> place(position(sizes, at))).toArray();
  }

  private int place(int[] position) {
    int[] dims = shape.at(n).toInts();
    int[] old = new int[dims.length];
    for (int axis = 0; axis < dims.length; axis++) {
      if (permutation != null) {
        old[permutation[axis]] = position[axis];
      } else {
        int size = part.at(n).dim(axis);
        int unit = shape.toInts()[axis] < 0 ? n : 1;
        int index = step[axis] > 0 ? position[axis] : size - 1 - position[axis];
        old[axis] = from[axis] * unit + index * Math.abs(step[axis]);
      }
    }
    int place = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      place = place * dims[axis] + old[axis];
    }
    return place;
  }

  private static int[] position(int[] sizes, int at) {
    int[] position = new int[sizes.length];
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      position[axis] = at % sizes[axis];
      at /= sizes[axis];
    }
    return position;
  }

  double[] values(int size, IntUnaryOperator number) {
    return IntStream.range(0, size).mapToDouble(i -> number.applyAsInt(i)).toArray();
  }

  @Override
  public String toString() {
    return permutation != null
        ? "%s by %s, N = %d".formatted(shape, Arrays.toString(permutation), n)
        : "%s of %s from %s by %s, N = %d"
            .formatted(part, shape, Arrays.toString(from), Arrays.toString(step), n);
  }
}
