package io.nacre.processor.random;

import java.util.function.DoubleUnaryOperator;

/// What differences say of the slope of a function at 0.
///
/// @param steps from the largest to the smallest
record Slopes(DoubleUnaryOperator function, double... steps) {

  /// Whether a slope can be right: one of the differences is it, or the function has a kink here, as
  /// `max(x, blockGrad(x))` has everywhere, and differences tell nothing.
  boolean agree(double slope, double tolerance) {
    for (double step : steps) {
      if (Math.abs(central(step) - slope) <= tolerance) {
        return true;
      }
    }
    double least = steps[steps.length - 1];
    double here = function.applyAsDouble(0);
    double right = (function.applyAsDouble(least) - here) / least;
    double left = (here - function.applyAsDouble(-least)) / least;
    return Math.abs(right - left) > tolerance;
  }

  /// The slope between the smallest steps to both sides.
  double central() {
    return central(steps[steps.length - 1]);
  }

  private double central(double step) {
    return (function.applyAsDouble(step) - function.applyAsDouble(-step)) / (2 * step);
  }
}
