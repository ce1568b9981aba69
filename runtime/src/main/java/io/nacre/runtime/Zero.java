package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights that are 0; MXNet's `Zero`. Scales still start at 1; see [Initializer].
public record Zero() implements Initializer {
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    return () -> 0;
  }
}
