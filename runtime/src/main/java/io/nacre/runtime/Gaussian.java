package io.nacre.runtime;

import java.util.random.RandomGenerator;

/// Normally distributed numbers that are the same on every JVM: by Box and Muller, with
/// [StrictMath].
final class Gaussian {
  private Gaussian() {}

  /// One number of mean 0 and standard deviation 1, from two of `random`.
  static double next(RandomGenerator random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
