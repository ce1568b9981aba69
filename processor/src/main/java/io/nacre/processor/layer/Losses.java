package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.Collections;

/// What losses have in common.
final class Losses {
  private Losses() {}

  /// Checks `gradScale`; false if it was reported.
  static boolean gradScale(Inference node) {
    double scale = node.attributes().number("gradScale");
    if (Double.isFinite(scale)) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("gradScale"),
        "gradScale = %s is not a finite number".formatted(scale),
        "use a finite number; 1 leaves the gradient as it is");
    return false;
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
}
