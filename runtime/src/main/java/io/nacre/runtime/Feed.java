package io.nacre.runtime;

import java.util.Objects;

/// Values that a user feeds to one input or label of a graph.
///
/// A generated graph has one subclass per input (`LeNetGraph.Data`), so that feeds cannot be
/// swapped. The values are not copied until the graph takes them.
public abstract class Feed {
  private final String name;
  private final Object values;
  private final int length;
  private final int rows;

  /// Feeds values in row-major order: floats, doubles, ints or longs such as class numbers, or bytes;
  /// or a tensor, whose shape has to be the input's for some N. A subclass takes one of these types
  /// in each of its factory methods.
  ///
  /// A float input takes any numbers, rounded; but a float16 input takes whole numbers only if it has
  /// them, since they may be class numbers, which it counts to 2048. An input of whole numbers takes whole numbers that it
  /// can hold; an uint8 input takes bytes as numbers from 0 to 255. Bytes are for int8 and uint8 inputs
  /// only: for any other it is not clear whether they have a sign.
  ///
  /// @param shape the input's shape; null if nothing depends on the input, which takes any values then
  /// @param values a `float[]`, `double[]`, `int[]`, `long[]`, `byte[]` or a [Tensor]
  /// @throws IllegalArgumentException if the values do not make whole samples of the shape
  protected Feed(String name, Shape shape, Object values) {
    this.name = name;
    this.values = Objects.requireNonNull(values, () -> name + ": no values, but null");
    this.length =
        switch (values) {
          case float[] floats -> floats.length;
          case double[] doubles -> doubles.length;
          case int[] ints -> ints.length;
          case long[] longs -> longs.length;
          case byte[] bytes -> bytes.length;
          case Tensor tensor -> tensor.size();
          default -> throw new IllegalArgumentException(name + ": " + values.getClass());
        };
    this.rows = shape == null ? 0 : rows(name, shape, length);
    if (shape != null
        && values instanceof Tensor tensor
        && !tensor.shape().equals(shape.at(Math.max(rows, 1)))) {
      throw new IllegalArgumentException(
          "%s: a tensor of %s is not of shape %s".formatted(name, tensor.shape(), shape));
    }
  }

  /// The name of the input.
  public final String name() {
    return name;
  }

  /// How many samples there are; 0, meaning any number, if the input's shape has no N.
  public final int rows() {
    return rows;
  }

  /// Copies all values into `target`, from `at` on, rounding doubles.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  /// @throws IllegalArgumentException if they are bytes
  public final void copyTo(float[] target, int at) {
    if (values instanceof float[] floats) {
      System.arraycopy(floats, 0, target, at, length); // the usual case, without an object
      return;
    }
    copyTo(new Numbers(DataType.FLOAT32, target), at);
  }

  /// Copies all values into `target`, from `at` on; see [#copyTo(float\[\], int)].
  public final void copyTo(double[] target, int at) {
    if (values instanceof double[] doubles) {
      System.arraycopy(doubles, 0, target, at, length);
      return;
    }
    copyTo(new Numbers(DataType.FLOAT64, target), at);
  }

  /// Copies all values as float16 numbers into `target`, from `at` on; see
  /// [#copyTo(float\[\], int)].
  public final void copyTo(short[] target, int at) {
    copyTo(new Numbers(DataType.FLOAT16, target), at);
  }

  /// Copies all values into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  /// @throws IllegalArgumentException if one is no int, or they are bytes
  public final void copyTo(int[] target, int at) {
    copyTo(new Numbers(DataType.INT32, target), at);
  }

  /// Copies all values into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  /// @throws IllegalArgumentException if one is no long, or they are bytes
  public final void copyTo(long[] target, int at) {
    copyTo(new Numbers(DataType.INT64, target), at);
  }

  /// Copies all values into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  /// @throws IllegalArgumentException if one is not a whole number from -128 to 127
  public final void copyTo(byte[] target, int at) {
    copyTo(new Numbers(DataType.INT8, target), at);
  }

  /// Copies all values as uint8 numbers into `target`, from `at` on; bytes as they are.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  /// @throws IllegalArgumentException if one is not a whole number from 0 to 255
  public final void copyUnsignedTo(byte[] target, int at) {
    copyTo(new Numbers(DataType.UINT8, target), at);
  }

  private void copyTo(Numbers target, int at) {
    Objects.checkFromIndexSize(at, length, target.length());
    DataType type = target.dataType();
    if (values instanceof byte[] bytes) {
      requireByte(type);
      System.arraycopy(bytes, 0, target.array(), at, length);
      return;
    }
    if (values instanceof Tensor tensor) {
      if (!type.isFloat() && tensor.dataType() != type) {
        for (int i = 0; i < length; i++) {
          requireExact(tensor.numberAt(i), i, type);
        }
      }
      tensor.copyTo(target, at);
      return;
    }
    Numbers source =
        switch (values) {
          case float[] floats -> new Numbers(DataType.FLOAT32, floats);
          case double[] doubles -> new Numbers(DataType.FLOAT64, doubles);
          case int[] ints -> new Numbers(DataType.INT32, ints);
          default -> new Numbers(DataType.INT64, values);
        };
    boolean classes = type == DataType.FLOAT16 && !source.dataType().isFloat();
    if (classes || !type.isFloat() && source.dataType() != type) {
      for (int i = 0; i < length; i++) {
        requireExact(source.number(i), i, type);
      }
    }
    source.copyTo(0, target, at, length);
  }

  private void requireByte(DataType type) {
    if (type.bytes() != 1) {
      throw new IllegalArgumentException(
          "%s is %s, which takes no bytes: do they mean numbers from 0 to 255? Feed ints or floats"
              .formatted(name, type));
    }
  }

  private void requireExact(Number number, int at, DataType type) {
    if (!Numbers.holds(type, number)) {
      if (type.isFloat()) {
        throw new IllegalArgumentException(
            "%s: value %d is %s, which %s rounds; give it another dtype"
                .formatted(name, at, number, type));
      }
      throw new IllegalArgumentException(
          "%s: value %d is %s, but %s has whole numbers from %s"
              .formatted(name, at, number, type, Numbers.range(type)));
    }
  }

  private static int rows(String name, Shape shape, int length) {
    long sample = shape.size(1);
    if (!shape.hasBatch()) {
      if (length != sample) {
        throw new IllegalArgumentException(
            "%s: %d values do not make %s, %d values".formatted(name, length, shape, sample));
      }
      return 0;
    }
    if (length == 0 || length % sample != 0) {
      throw new IllegalArgumentException(
          "%s: %d values do not make whole samples of %s, %d values each"
              .formatted(name, length, shape, sample));
    }
    return (int) (length / sample);
  }
}
