package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/// An array of which a case keeps only norm, sum and first numbers.
///
/// Rounding of single numbers adds up like a random walk, so a sum may be off as much as one number
/// times the root of how many there are.
final class Summary {
  /// How far the numbers of a deep network may be off, in parts of their root mean square.
  private static final double DEEP = 1e-3;

  /// How far a norm may be off, and a single number, where gradients are chaotic.
  private static final double CHAOTIC_NORM = 0.05;

  private static final double CHAOTIC_NUMBER = 0.4;

  private final String what;
  private final JsonNode expected;
  private final double[] actual;
  private final Comparison comparison;

  private Summary(String what, JsonNode expected, double[] actual, Comparison comparison) {
    this.what = what;
    this.expected = expected;
    this.actual = actual;
    this.comparison = comparison;
  }

  static void compare(String what, JsonNode expected, double[] actual, Comparison comparison) {
    new Summary(what, expected, actual, comparison).compare(DEEP, DEEP);
  }

  /// A gradient of a deep network with batch normalization and rectifiers, where inputs that differ by
  /// 1e-5 already make single numbers differ by a tenth of their root mean square.
  static void gradient(String what, JsonNode expected, double[] actual, Comparison comparison) {
    new Summary(what, expected, actual, comparison).compare(CHAOTIC_NORM, CHAOTIC_NUMBER);
  }

  /// Norm and first numbers, relative to the norm.
  static void relative(
      String what, JsonNode expected, double[] actual, double tolerance, Comparison comparison) {
    Summary summary = new Summary(what, expected, actual, comparison);
    double norm = expected.get("l2").asDouble();
    summary.norm(tolerance * norm);
    summary.first(tolerance * norm);
  }

  private void compare(double ofNorm, double ofNumber) {
    if (actual == null) {
      comparison.same(what, "an array", "missing");
      return;
    }
    double norm = expected.get("l2").asDouble();
    double root = Math.sqrt(actual.length);
    double number = ofNumber * norm / root + Comparison.ABSOLUTE;
    double sum = expected.get("sum").asDouble();
    norm(ofNorm * norm + Comparison.ABSOLUTE * root);
    comparison.number(
        "sum of " + what,
        sum,
        Arrays.stream(actual).sum(),
        ofNorm * Math.abs(sum) + 3 * number * root);
    first(number);
  }

  private void norm(double tolerance) {
    double squares = Arrays.stream(actual).map(number -> number * number).sum();
    comparison.number(
        "norm of " + what, expected.get("l2").asDouble(), Math.sqrt(squares), tolerance);
  }

  private void first(double tolerance) {
    double[] first = Json.numbers(expected.get("first"));
    comparison.array(
        what, first, Arrays.copyOf(actual, Math.min(actual.length, first.length)), tolerance);
  }
}
