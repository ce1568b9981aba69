package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.ProblemId;

/// What is wrong with bounds that take nothing of an axis, or not the same for every N.
final class SliceProblem {
  private SliceProblem() {}

  /// Reports it at the attributes `begin` and `end`, arrays or numbers.
  static void report(Inference node, PartialShape data, int axis, SliceBounds bounds) {
    Dim dim = data.dim(axis);
    Place place = place(node, dim, axis, bounds);
    String of = "axis %d of %s %s".formatted(axis, node.source("data"), data);
    if (dim.batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          place,
          "%s has the size %s, and from %s to %s by %d is not the same part for every N"
              .formatted(of, dim, text(bounds.begin()), text(bounds.end()), bounds.step()),
          dim.size() == 1
              ? "take all of it, or fix the batch: @Model(batch = 64)"
              : "cut it at multiples of BATCH, or fix the batch: @Model(batch = 64)");
    } else if (isMultipleOfN(node, dim, bounds.begin())
        || isMultipleOfN(node, dim, bounds.end())) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          place,
          "%s has the size %s, which is no multiple of BATCH".formatted(of, dim),
          "use a number from 0 to %d".formatted(dim.size()));
    } else {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          place,
          "nothing is left of %s from %s to %s by %d"
              .formatted(of, text(bounds.begin()), text(bounds.end()), bounds.step()),
          bounds.step() > 0
              ? "let begin be below end, and both from 0 to %d".formatted(dim.size())
              : "let begin be above end, since the order is falling; Symbol.NONE leaves one open");
    }
  }

  /// The number to blame, rather the beginning.
  private static Place place(Inference node, Dim dim, int axis, SliceBounds bounds) {
    boolean rightBegin =
        bounds.begin() == SliceBounds.NONE
            || bounds.begin() == 0
            || (dim.batch() && BatchNumber.is(bounds.begin()))
            || isMultipleOfN(node, dim, bounds.end());
    String attribute = rightBegin && bounds.end() != SliceBounds.NONE ? "end" : "begin";
    boolean array = node.attributes().kind().equals("@Slice");
    return array ? node.attributes().elementPlace(attribute, axis) : node.attribute(attribute);
  }

  private static boolean isMultipleOfN(Inference node, Dim dim, int number) {
    return !dim.batch() && SliceBounds.isMultipleOfN(number, dim.size(), node::dim);
  }

  static String text(int number) {
    return number == SliceBounds.NONE ? "the edge" : BatchNumber.text(number);
  }
}
