package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// What losses have in common.
final class Losses {
  private Losses() {}

  /// Checks `gradScale`; false if it was reported.
  static boolean gradScale(Inference node) {
    return NumberCheck.finite(
        node, "gradScale", "use a finite number; 1 leaves the gradient as it is");
  }

  /// `scale / divisor` everywhere, in the shape of `like`.
  static Value factor(Emitter e, Value like, double scale, Dim divisor) {
    if (!divisor.batch()) {
      return e.constant(scale / divisor.size(), like);
    }
    Shape one = new Shape(Collections.nCopies(like.shape().rank(), Dim.ONE));
    return factor(e, like, scale, e.size(divisor, one, like.type()));
  }

  /// `scale / divisor`, where `divisor` holds one number, stretched to the shape of `like`.
  static Value factor(Emitter e, Value like, double scale, Value divisor) {
    return e.broadcast(e.divide(e.constant(scale, divisor), divisor), like.shape());
  }

  /// The sum of all elements, which has as many axes.
  static Value sum(Emitter e, Value x) {
    List<Integer> all = IntStream.range(0, x.shape().rank()).boxed().toList();
    return e.reduce(Reduce.Kind.SUM, x, all);
  }

  /// A count as a divisor: 1 if there is nothing to divide among.
  static Value atLeastOne(Emitter e, Value count) {
    return e.selectGreater(count, e.zeros(count), count, e.constant(1, count));
  }
}
