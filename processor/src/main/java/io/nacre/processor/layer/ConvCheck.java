package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;

/// What is checked of a convolution's filters and groups.
final class ConvCheck {
  private ConvCheck() {}

  /// Checks the attributes by themselves; false if one was reported.
  static boolean counts(Inference node) {
    int filters = node.attributes().integer("filters");
    int groups = node.attributes().integer("groups");
    if (!positive(node, "filters", filters) || !positive(node, "groups", groups)) {
      return false;
    }
    if (node.attributes().integers("kernel").isEmpty()) {
      node.problem(
          ProblemId.MISSING_ATTRIBUTE,
          node.attribute("kernel"),
          "kernel is empty",
          "write one number for all axes, such as kernel = 3, or one for each");
      return false;
    }
    if (filters % groups != 0) {
      int below = filters - filters % groups;
      node.problem(
          ProblemId.GROUPS,
          node.attribute("groups"),
          "%d filters cannot be cut into %d groups".formatted(filters, groups),
          "use %sfilters = %d, or groups = %s"
              .formatted(
                  below == 0 ? "" : "filters = " + below + " or ",
                  below + groups,
                  nearestDivisors(filters, groups)));
      return false;
    }
    return true;
  }

  private static boolean positive(Inference node, String name, int number) {
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

  /// Whether the groups divide the input's channels; otherwise it is reported.
  static boolean channels(Inference node, PartialShape data) {
    long channels = data.dim(1).size();
    int groups = node.attributes().integer("groups");
    if (channels % groups == 0) {
      return true;
    }
    int filters = node.attributes().integer("filters");
    node.problem(
        ProblemId.GROUPS,
        node.attribute("groups"),
        "the %d channels of %s cannot be cut into %d groups"
            .formatted(channels, node.source("data"), groups),
        "use groups = %s, which divides the channels and the filters"
            .formatted(nearestDivisors(gcd(channels, filters), groups)));
    return false;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /// The largest divisor below `groups` and the smallest above it: `2 or 4`.
  static String nearestDivisors(long number, int groups) {
    long below = 1;
    long above = number;
    for (long divisor = 1; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        for (long size : new long[] {divisor, number / divisor}) {
          below = size <= groups ? Math.max(below, size) : below;
          above = size >= groups ? Math.min(above, size) : above;
        }
      }
    }
    return below == above || above < groups ? Long.toString(below) : below + " or " + above;
  }
}
