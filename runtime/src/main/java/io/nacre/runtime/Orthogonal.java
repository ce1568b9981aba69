package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights whose rows, or columns if there are fewer of them, stand at right angles and have the
/// length `scale` (Saxe and others, 2014); MXNet's `Orthogonal`.
///
/// With the shape `out x ...` the matrix is out x (product of the other axes). Random vectors,
/// uniform from -1 to 1 or Gaussian, are made orthogonal one after the other by Gram and Schmidt's
/// rule, twice, which is enough for full precision; MXNet takes a singular value decomposition. The
/// time grows with the square of the smaller side.
public final class Orthogonal implements Initializer {
  private final boolean gaussian;
  private final double scale;

  private Orthogonal(boolean gaussian, double scale) {
    this.gaussian = gaussian;
    this.scale = Arguments.requirePositive("scale", scale);
  }

  /// From uniform random numbers, with the scale 1.414: MXNet's defaults.
  public static Orthogonal uniform() {
    return new Orthogonal(false, 1.414);
  }

  /// From Gaussian random numbers, with the scale 1.414.
  public static Orthogonal gaussian() {
    return new Orthogonal(true, 1.414);
  }

  /// The same rule with another scale.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Orthogonal scale(double scale) {
    return new Orthogonal(gaussian, scale);
  }

  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if the shape has fewer than two axes
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    if (shape.rank() < 2) {
      throw new IllegalArgumentException(
          "%s: Orthogonal needs a shape of at least two axes, not %s; Uniform and Normal do not"
              .formatted(name, shape));
    }
    int rows = shape.dim(0);
    int columns = Math.toIntExact(shape.size() / rows);
    boolean byRow = rows <= columns;
    double[][] vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    for (int i = 0; i < vectors.length; i++) {
      do {
        for (int j = 0; j < vectors[i].length; j++) {
          vectors[i][j] = gaussian ? Gaussian.next(random) : 2 * random.nextDouble() - 1;
        }
      } while (!orthogonalize(vectors, i));
    }
    return new DoubleSupplier() {
      private long position;

      @Override
      public double getAsDouble() {
        int row = (int) (position / columns);
        int column = (int) (position % columns);
        position++;
        return scale * (byRow ? vectors[row][column] : vectors[column][row]);
      }
    };
  }

  @Override
  public String toString() {
    return "Orthogonal(%s, scale %s)".formatted(gaussian ? "gaussian" : "uniform", scale);
  }

  /// Makes vector i orthogonal to those before it, and of length 1.
  ///
  /// @return false if hardly anything is left of it
  private static boolean orthogonalize(double[][] vectors, int i) {
    double[] v = vectors[i];
    double before = Math.sqrt(product(v, v));
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < i; k++) {
        double along = product(vectors[k], v);
        for (int j = 0; j < v.length; j++) {
          v[j] -= along * vectors[k][j];
        }
      }
    }
    double length = Math.sqrt(product(v, v));
    for (int j = 0; j < v.length; j++) {
      v[j] /= length;
    }
    return length > 1e-8 * before;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
