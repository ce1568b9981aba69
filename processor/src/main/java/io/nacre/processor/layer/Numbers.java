package io.nacre.processor.layer;

/// Numbers in messages.
final class Numbers {
  private Numbers() {}

  /// As a user would write it: `2`, `0.5`, `1.0E-5`, `NaN`.
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
