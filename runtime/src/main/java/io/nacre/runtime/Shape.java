package io.nacre.runtime;

import java.util.Arrays;
import java.util.StringJoiner;

/// The sizes of a tensor's axes, each a number or a multiple of the batch size N.
///
/// `Shape.of(Shape.N, 1, 28, 28)` is N images of one channel; `Shape.of(35, 2 * Shape.N, 100)` has
/// its batch in the middle. A shape without N is *concrete*; [#at] makes one. A shape without axes
/// is a scalar. At most one axis may hold N.
public final class Shape {
  /// Stands for the batch size. A multiple of it stands for that many times the batch size.
  public static final int N = -65521;

  private final int[] dims;
  private final boolean batch;

  private Shape(int[] dims) {
    this.dims = dims;
    int batches = 0;
    for (int dim : dims) {
      if (dim < 1 && (dim > N || dim % N != 0)) {
        throw new IllegalArgumentException(
            "an axis is a positive number or a multiple of Shape.N, not " + dim);
      }
      batches += dim < 0 ? 1 : 0;
    }
    this.batch = batches > 0;
    if (batches > 1) {
      throw new IllegalArgumentException("only one axis can depend on the batch size: " + this);
    }
  }

  /// The shape with these axes.
  ///
  /// @param dims positive sizes; at most one multiple of [#N]
  /// @throws IllegalArgumentException for any other number
  public static Shape of(int... dims) {
    return new Shape(dims.clone());
  }

  /// The number of axes, 0 for a scalar.
  public int rank() {
    return dims.length;
  }

  /// Whether an axis depends on the batch size.
  public boolean hasBatch() {
    return batch;
  }

  /// The concrete shape for a batch of `n`.
  ///
  /// @throws IllegalArgumentException if `n` is less than 1 or an axis would exceed an int
  public Shape at(int n) {
    requirePositive(n);
    if (!batch) {
      return this;
    }
    int[] concrete = new int[dims.length];
    for (int axis = 0; axis < dims.length; axis++) {
      long dim = resolved(axis, n);
      if (dim > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "axis %d of %s is too large for N = %d: %d".formatted(axis, this, n, dim));
      }
      concrete[axis] = (int) dim;
    }
    return new Shape(concrete);
  }

  /// The size of an axis.
  ///
  /// @throws IndexOutOfBoundsException if there is no such axis
  /// @throws IllegalStateException if the axis depends on the batch size
  public int dim(int axis) {
    if (axis < 0 || axis >= dims.length) {
      throw new IndexOutOfBoundsException(
          "axis %d of a shape of %d axes: %s".formatted(axis, dims.length, this));
    }
    if (dims[axis] < 0) {
      throw new IllegalStateException(
          "axis %d of %s depends on the batch size".formatted(axis, this));
    }
    return dims[axis];
  }

  /// The axes as they were given to [#of], in a new array.
  public int[] toInts() {
    return dims.clone();
  }

  /// How many numbers a tensor of this shape has for a batch of `n`.
  ///
  /// @throws IllegalArgumentException if `n` is less than 1
  /// @throws ArithmeticException if the product exceeds a long
  public long size(int n) {
    requirePositive(n);
    long size = 1;
    for (int axis = 0; axis < dims.length; axis++) {
      long dim = resolved(axis, n);
      if (Math.multiplyHigh(size, dim) != 0 || size * dim < 0) {
        throw new ArithmeticException(
            "the size of %s exceeds a long for N = %d".formatted(this, n));
      }
      size *= dim;
    }
    return size;
  }

  /// How many numbers a tensor of this concrete shape has.
  ///
  /// @throws IllegalStateException if an axis depends on the batch size
  /// @throws ArithmeticException if the product exceeds a long
  public long size() {
    if (batch) {
      throw new IllegalStateException("the size of %s depends on the batch size".formatted(this));
    }
    return size(1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /// For instance `N x 1 x 28 x 28`, `35 x 2N x 100`, and `scalar` for a shape without axes.
  @Override
  public String toString() {
    if (dims.length == 0) {
      return "scalar";
    }
    StringJoiner text = new StringJoiner(" x ");
    for (int dim : dims) {
      text.add(dim > 0 ? "" + dim : dim == N ? "N" : dim / N + "N");
    }
    return text.toString();
  }

  private long resolved(int axis, int n) {
    return dims[axis] > 0 ? dims[axis] : (long) (dims[axis] / N) * n;
  }

  private static void requirePositive(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("the batch size must be at least 1, not " + n);
    }
  }
}
