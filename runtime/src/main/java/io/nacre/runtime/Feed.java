package io.nacre.runtime;

import java.util.Objects;

/// Values that a user feeds to one input or label of a graph.
///
/// A generated graph has one subclass per input (`LeNetGraph.Data`), so that feeds cannot be
/// swapped. The values are not copied until the graph takes them.
public abstract class Feed {
  private final String name;
  private final float[] floats;
  private final double[] doubles;
  private final int[] ints;
  private final Tensor tensor;
  private final int length;
  private final int rows;

  /// Feeds floats, in row-major order.
  ///
  /// @param shape the input's shape
  /// @throws IllegalArgumentException if the values do not make whole samples of the shape
  protected Feed(String name, Shape shape, float[] values) {
    this(name, shape, values, null, null, null, checked(name, values).length);
  }

  /// Feeds doubles; a float32 input takes them rounded.
  protected Feed(String name, Shape shape, double[] values) {
    this(name, shape, null, values, null, null, checked(name, values).length);
  }

  /// Feeds ints, for instance class numbers; a float32 input takes them rounded.
  protected Feed(String name, Shape shape, int[] values) {
    this(name, shape, null, null, values, null, checked(name, values).length);
  }

  /// Feeds a tensor, whose shape has to be the input's for some N.
  protected Feed(String name, Shape shape, Tensor values) {
    this(name, shape, null, null, null, values, checked(name, values).size());
    if (!values.shape().equals(shape.at(Math.max(rows, 1)))) {
      throw new IllegalArgumentException(
          "%s: a tensor of %s is not of shape %s".formatted(name, values.shape(), shape));
    }
  }

  private Feed(
      String name,
      Shape shape,
      float[] floats,
      double[] doubles,
      int[] ints,
      Tensor tensor,
      int length) {
    this.name = name;
    this.floats = floats;
    this.doubles = doubles;
    this.ints = ints;
    this.tensor = tensor;
    this.length = length;
    this.rows = rows(name, shape, length);
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
  public final void copyTo(float[] target, int at) {
    Objects.checkFromIndexSize(at, length, target.length);
    if (floats != null) {
      System.arraycopy(floats, 0, target, at, length);
    } else if (tensor != null) {
      tensor.copyTo(target, at);
    } else {
      for (int i = 0; i < length; i++) {
        target[at + i] = doubles != null ? (float) doubles[i] : ints[i];
      }
    }
  }

  /// Copies all values into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  public final void copyTo(double[] target, int at) {
    Objects.checkFromIndexSize(at, length, target.length);
    if (doubles != null) {
      System.arraycopy(doubles, 0, target, at, length);
    } else if (tensor != null) {
      tensor.copyTo(target, at);
    } else {
      for (int i = 0; i < length; i++) {
        target[at + i] = floats != null ? floats[i] : ints[i];
      }
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

  private static <T> T checked(String name, T values) {
    return Objects.requireNonNull(values, () -> name + ": no values, but null");
  }
}
