package io.nacre.runtime.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// A float array that a graph lends to a kernel of an operator of your own: a part of the graph's
/// memory with a shape, in row-major order.
///
/// Nothing may be kept of it after the kernel returns.
public final class FloatView {
  private final float[] array;
  private final int offset;
  private final int batchAxis;
  private final int[] factors;
  private final int[] shape;
  private int size;

  /// Generated code makes views.
  ///
  /// @param batchAxis the axis whose size is a multiple of the batch size; -1 for none
  /// @param factors the sizes, that of `batchAxis` for a batch of one
  public FloatView(float[] array, int offset, int batchAxis, int... factors) {
    this.array = array;
    this.offset = offset;
    this.batchAxis = batchAxis;
    this.factors = factors.clone();
    this.shape = factors.clone();
    forBatch(1);
  }

  /// A view of numbers of its own, for tests of kernels.
  ///
  /// @throws IllegalArgumentException if there are more or fewer numbers than the shape has places
  public static FloatView of(float[] numbers, int... shape) {
    FloatView view = new FloatView(numbers.clone(), 0, -1, shape);
    if (view.size != numbers.length) {
      throw new IllegalArgumentException(
          "%d numbers for a shape of %d, %s"
              .formatted(numbers.length, view.size, Arrays.toString(shape)));
    }
    return view;
  }

  /// This view, for a batch of `n`.
  public FloatView forBatch(int n) {
    if (batchAxis >= 0) {
      shape[batchAxis] = factors[batchAxis] * n;
    }
    size = 1;
    for (int length : shape) {
      size *= length;
    }
    return this;
  }

  /// How many axes there are.
  public int rank() {
    return shape.length;
  }

  /// The size of an axis.
  ///
  /// @throws IndexOutOfBoundsException if there is no such axis
  public int dim(int axis) {
    return shape[axis];
  }

  /// A copy of the shape.
  public int[] shape() {
    return shape.clone();
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  /// The number at a place in row-major order.
  ///
  /// @throws IndexOutOfBoundsException if the place is not below [#size]
  public float at(int place) {
    return array[offset + Objects.checkIndex(place, size)];
  }

  /// Sets the number at a place in row-major order.
  ///
  /// @throws IndexOutOfBoundsException if the place is not below [#size]
  public void put(int place, float number) {
    array[offset + Objects.checkIndex(place, size)] = number;
  }

  /// The number of a matrix.
  public float get(int row, int column) {
    return array[offset + place(row, column)];
  }

  /// Sets the number of a matrix.
  public void set(int row, int column, float number) {
    array[offset + place(row, column)] = number;
  }

  /// Adds to the number of a matrix.
  public void add(int row, int column, float number) {
    array[offset + place(row, column)] += number;
  }

  /// The place of an element of a matrix in row-major order.
  ///
  /// @throws IndexOutOfBoundsException if an index is too large, or this is no matrix
  public int place(int row, int column) {
    Objects.checkIndex(2, shape.length + 1);
    return Objects.checkIndex(row, shape[0]) * shape[1] + Objects.checkIndex(column, shape[1]);
  }

  /// The place of an element in row-major order, for any number of axes.
  ///
  /// @throws IndexOutOfBoundsException if an index is too large
  /// @throws IllegalArgumentException if there are more or fewer indices than axes
  public int place(int... indices) {
    if (indices.length != shape.length) {
      throw new IllegalArgumentException(
          "%d indices of an array of %d axes".formatted(indices.length, shape.length));
    }
    int place = 0;
    for (int axis = 0; axis < indices.length; axis++) {
      place = place * shape[axis] + Objects.checkIndex(indices[axis], shape[axis]);
    }
    return place;
  }

  /// Sets all numbers.
  public void fill(float number) {
    Arrays.fill(array, offset, offset + size, number);
  }

  /// A copy of the numbers, in row-major order.
  public float[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  /// The array that the numbers lie in, from [#offset] on, for kernels in a hurry. The rest of it
  /// belongs to others.
  public float[] array() {
    return array;
  }

  /// Where the first number lies in [#array].
  public int offset() {
    return offset;
  }

  /// The shape: `8 x 10`.
  @Override
  public String toString() {
    return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
  }
}
