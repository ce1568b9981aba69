package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Normally distributed weights of mean 0; MXNet's `Normal`.
///
/// @param sigma the standard deviation: at least 0, and finite
public record Normal(double sigma) implements Initializer {
  /// The rule for a standard deviation.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Normal {
    Arguments.requireNotNegative("sigma", sigma);
  }

  /// With standard deviation 0.01, MXNet's default.
  public Normal() {
    this(0.01);
  }

  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    return () -> Gaussian.next(random) * sigma;
  }
}
