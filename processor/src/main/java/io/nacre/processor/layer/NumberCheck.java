package io.nacre.processor.layer;

import io.nacre.processor.problem.ProblemId;

/// Checks of number attributes that several layers have. Each is false if a problem was reported.
public final class NumberCheck {
  private NumberCheck() {}

  public static boolean finite(Inference node, String attribute, String hint) {
    if (Double.isFinite(node.attributes().number(attribute))) {
      return true;
    }
    report(node, attribute, "is not a finite number", hint);
    return false;
  }

  /// The number that keeps a divisor from being 0.
  public static boolean epsilon(Inference node) {
    double eps = node.attributes().number("eps");
    if (Double.isFinite(eps) && eps >= 0) {
      return true;
    }
    report(
        node,
        "eps",
        "cannot keep a divisor from being 0",
        "use a small positive number: eps = 0.001");
    return false;
  }

  public static void report(Inference node, String attribute, String fact, String hint) {
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "%s = %s %s"
            .formatted(attribute, Numbers.text(node.attributes().number(attribute)), fact),
        hint);
  }
}
