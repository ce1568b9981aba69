package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights that are 1; MXNet's `One`. Biases still start at 0; see [Initializer].
public record One() implements Initializer {
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    return () -> 1;
  }
}
