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

  /// Feeds values in row-major order: floats, doubles, or ints such as class numbers, which a float32
  /// input takes rounded; or a tensor, whose shape has to be the input's for some N. A subclass takes
  /// one of these types in each of its factory methods.
  ///
  /// @param shape the input's shape
  /// @param values a `float[]`, a `double[]`, an `int[]` or a [Tensor]
  /// @throws IllegalArgumentException if the values do not make whole samples of the shape
  protected Feed(String name, Shape shape, Object values) {
    this.name = name;
    this.values = Objects.requireNonNull(values, () -> name + ": no values, but null");
    this.length =
        switch (values) {
          case float[] floats -> floats.length;
          case double[] doubles -> doubles.length;
          case int[] ints -> ints.length;
          case Tensor tensor -> tensor.size();
          default -> throw new IllegalArgumentException(name + ": " + values.getClass());
        };
    this.rows = rows(name, shape, length);
    if (values instanceof Tensor tensor && !tensor.shape().equals(shape.at(Math.max(rows, 1)))) {
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
  public final void copyTo(float[] target, int at) {
    Objects.checkFromIndexSize(at, length, target.length);
    switch (values) {
      case float[] floats -> System.arraycopy(floats, 0, target, at, length);
      case double[] doubles -> {
        for (int i = 0; i < length; i++) {
          target[at + i] = (float) doubles[i];
        }
      }
      case int[] ints -> {
        for (int i = 0; i < length; i++) {
          target[at + i] = ints[i];
        }
      }
      default -> ((Tensor) values).copyTo(target, at);
    }
  }

  /// Copies all values into `target`, from `at` on.
  ///
  /// @throws IndexOutOfBoundsException if they do not fit
  public final void copyTo(double[] target, int at) {
    Objects.checkFromIndexSize(at, length, target.length);
    switch (values) {
      case float[] floats -> {
        for (int i = 0; i < length; i++) {
          target[at + i] = floats[i];
        }
      }
      case double[] doubles -> System.arraycopy(doubles, 0, target, at, length);
      case int[] ints -> {
        for (int i = 0; i < length; i++) {
          target[at + i] = ints[i];
        }
      }
      default -> ((Tensor) values).copyTo(target, at);
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
