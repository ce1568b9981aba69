package io.nacre.processor.layer;

import io.nacre.processor.problem.ProblemId;

/// Numbers in messages, and what is often checked of them.
final class Numbers {
  private Numbers() {}

  /// As a user would write it: `2`, `0.5`, `1.0E-5`, `NaN`.
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /// Checks that an integer attribute is at least 1; false if it was reported.
  static boolean positive(Inference node, String name) {
    int number = node.attributes().integer(name);
    if (number >= 1) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(name),
        "%s = %d is not positive".formatted(name, number),
        "use at least 1");
    return false;
  }
}
