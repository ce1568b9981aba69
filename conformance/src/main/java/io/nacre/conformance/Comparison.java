package io.nacre.conformance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Compares what is with what should be, and remembers the worst difference.
final class Comparison {
  /// How far a number may be off, in parts of the largest number around.
  static final double RELATIVE = 1e-4;

  /// How far it may be off in any case.
  static final double ABSOLUTE = 1e-5;

  private String difference;
  private String worst;
  private double excess = 1;

  static double largest(double[] array) {
    return Arrays.stream(array).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  static double largest(Collection<double[]> arrays) {
    return arrays.stream().mapToDouble(Comparison::largest).max().orElse(0);
  }

  /// Names, shapes, numbers of arrays: equal or not.
  void same(String what, Object expected, Object actual) {
    if (difference == null && !Objects.equals(expected, actual)) {
      difference = "%s: expected %s, but is %s".formatted(what, expected, actual);
    }
  }

  /// Numbers, each within the tolerance that the largest of the array gives.
  void array(String what, double[] expected, double[] actual) {
    array(what, expected, actual, RELATIVE * largest(expected) + ABSOLUTE);
  }

  void array(String what, double[] expected, double[] actual, double tolerance) {
    if (actual == null) {
      same(what, "an array", "missing");
      return;
    }
    same(what + ": length", expected.length, actual.length);
    if (expected.length == actual.length) {
      for (int i = 0; i < expected.length; i++) {
        number(what + "[" + i + "]", expected[i], actual[i], tolerance);
      }
    }
  }

  void number(String what, double expected, double actual, double tolerance) {
    if (Double.compare(expected, actual) == 0) {
      return;
    }
    double off = Math.abs(expected - actual) / tolerance;
    if (!(off <= excess)) {
      excess = Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
      worst =
          String.format(
              Locale.ROOT,
              "%s: expected %s, but is %s, off by %.3g times the tolerance %.3g",
              what,
              expected,
              actual,
              excess,
              tolerance);
    }
  }

  Verdict verdict() {
    return Optional.ofNullable(difference)
        .or(() -> Optional.ofNullable(worst))
        .<Verdict>map(Verdict.Failed::new)
        .orElseGet(Verdict.Passed::new);
  }
}
