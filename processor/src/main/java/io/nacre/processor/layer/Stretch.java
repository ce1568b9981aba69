package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.ProblemId;

/// The one rule of broadcasting: an axis is stretched only from size 1.
final class Stretch {
  private Stretch() {}

  /// Whether an axis of the size `old` can become `now`, as far as both are known; otherwise it is
  /// reported.
  static boolean check(
      Inference node, Place place, String argument, int axis, Dim old, Dim now) {
    if (!old.known() || !now.known() || old.is(1) || old.equals(now)) {
      return true;
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        place,
        "axis %d of %s %s has the size %s, which cannot be stretched to %s"
            .formatted(axis, node.source(argument), node.shape(argument), old, now),
        "only 1 can be stretched: leave the %s, or give %s the size 1 there"
            .formatted(old, node.source(argument)));
    return false;
  }
}
