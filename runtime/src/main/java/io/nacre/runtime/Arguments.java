package io.nacre.runtime;

/// Checks of numbers that users give.
final class Arguments {
  private Arguments() {}

  /// @throws IllegalArgumentException if `value` is negative, infinite or NaN
  static double requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " has to be a finite number from 0, not " + value);
    }
    return value;
  }

  /// @throws IllegalArgumentException if `value` is not above 0, infinite or NaN
  static double requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " has to be a finite number above 0, not " + value);
    }
    return value;
  }

  /// @throws IllegalArgumentException if `value` is not above 0 and at most 1
  static double requireFactor(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " has to be above 0 and at most 1, not " + value);
    }
    return value;
  }

  /// @throws IllegalArgumentException if `value` is not from 0 to below 1
  static double requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " has to be from 0 to below 1, not " + value);
    }
    return value;
  }
}
