package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Pool;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// What is checked of a pooling beside its window's numbers.
final class PoolingCheck {
  private PoolingCheck() {}

  /// Checks the attributes by themselves; false if one was reported.
  static boolean attributes(Inference node, Pool.Kind kind) {
    if (kind == Pool.Kind.LP && !exponent(node)) {
      return false;
    }
    if (node.attributes().flag("global")) {
      return true;
    }
    List<Integer> kernel = node.attributes().integers("kernel");
    if (kernel.isEmpty()) {
      node.problem(
          ProblemId.MISSING_ATTRIBUTE,
          node.attribute("kernel"),
          "the window has no kernel",
          "write kernel = 2, or global = true for one window over everything");
      return false;
    }
    return padding(node, kernel, node.attributes().integers("pad"));
  }

  private static boolean exponent(Inference node) {
    int p = node.attributes().integer("pValue");
    if (p >= 1 && p <= 3) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("pValue"),
        "pValue = %d is not 1, 2 or 3".formatted(p),
        "use 1, 2 or 3");
    return false;
  }

  /// A window must not lie in the padding alone.
  private static boolean padding(Inference node, List<Integer> kernel, List<Integer> pad) {
    for (int i = 0; i < Math.max(pad.size(), kernel.size()) && !pad.isEmpty(); i++) {
      int width = pad.get(Math.min(i, pad.size() - 1));
      int size = kernel.get(Math.min(i, kernel.size() - 1));
      if (width >= size) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("pad", Math.min(i, pad.size() - 1)),
            "pad = %d is not smaller than the kernel, %d: a window would hold nothing but padding"
                .formatted(width, size),
            "use pad = %d at most".formatted(size - 1));
        return false;
      }
    }
    return true;
  }

  /// Whether the last window touches the image, which rounding up does not ensure; otherwise it is
  /// reported.
  static boolean lastWindow(Inference node, SlidingWindow window, PartialShape data) {
    for (int axis = 0; axis < window.axes(); axis++) {
      if (!data.dim(axis + 2).known()) {
        continue;
      }
      int input = (int) data.dim(axis + 2).size();
      if (!window.lastTouches(axis, input)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attribute("convention"),
            "rounding up makes a window of kernel %d and stride %d that lies beyond the input of %d"
                .formatted(window.kernel().get(axis), window.stride().get(axis), input),
            "use PoolingConvention.VALID, or stride = %d".formatted(window.kernel().get(axis)));
        return false;
      }
    }
    return true;
  }
}
