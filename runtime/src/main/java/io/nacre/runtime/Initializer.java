package io.nacre.runtime;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/// A rule for the first values of weights, for instance [Xavier].
///
/// As in MXNet 1.9.1 the rule is for what is not decided by the end of a variable's name: `bias`,
/// `beta`, `moving_mean`, `running_mean`, `moving_avg`, `min` start at 0, and `gamma`,
/// `moving_var`, `running_var`, `max` at 1. MXNet refuses a name that ends neither in those nor in
/// `weight`; here the rule decides. [Mixed] says of single variables what they start as, whatever
/// their names end in.
@FunctionalInterface
public interface Initializer {
  /// Where the numbers of one variable come from. The supplier is called once per number, in
  /// row-major order; a float32 graph rounds.
  ///
  /// @param name the variable
  /// @param shape its shape, which has no N
  /// @param random seeded by the variable's name and the seed given to `initialize`, so that a new
  ///     layer does not change the others
  /// @throws IllegalArgumentException if the rule does not suit the shape
  DoubleSupplier values(String name, Shape shape, RandomGenerator random);

  /// Whether the rule is for this variable whatever its name ends in; MXNet's `init` of a variable.
  default boolean decides(String name) {
    return false;
  }
}
