package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// Weights that are all the same; MXNet's `Constant`. Biases still start at 0; see [Initializer].
///
/// @param value each weight
public record Constant(double value) implements Initializer {
  @Override
  public DoubleSupplier values(String name, Shape shape, RandomGenerator random) {
    return () -> value;
  }
}
