package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights of a deconvolution that enlarges images by bilinear interpolation; MXNet's `Bilinear`.
///
/// With the shape `out x in x height x width`, f = ceil(width / 2) and c = (2f - 1 - f mod 2) / 2f,
///
///     weight[o, i, y, x] = (1 - |x / f - c|) * (1 - |y / f - c|)
public record Bilinear() implements Initializer {
  /// See [Initializer#values].
  ///
  /// @throws IllegalArgumentException if the shape has not four axes
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    if (shape.rank() != 4) {
      throw new IllegalArgumentException(
          "%s: Bilinear needs a shape of four axes, not %s".formatted(name, shape));
    }
    int height = shape.dim(2);
    int width = shape.dim(3);
    int f = Math.ceilDiv(width, 2);
    double c = (2 * f - 1 - f % 2) / (2.0 * f);
    return new DoubleSupplier() {
      private long position;

      @Override
      public double getAsDouble() {
        double x = position % width;
        double y = position / width % height;
        position++;
        return (1 - Math.abs(x / f - c)) * (1 - Math.abs(y / f - c));
      }
    };
  }
}
