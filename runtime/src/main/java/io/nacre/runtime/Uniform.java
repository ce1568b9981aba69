package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights from -scale to scale, all equally likely; MXNet's `Uniform`.
///
/// @param scale at least 0, and finite
public record Uniform(double scale) implements Initializer {
  /// The rule for a scale.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Uniform {
    Arguments.requireNotNegative("scale", scale);
  }

  /// From -0.07 to 0.07, MXNet's default.
  public Uniform() {
    this(0.07);
  }

  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    return () -> (2 * random.nextDouble() - 1) * scale;
  }
}
