package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;

/// What is checked of data `N x C x d1 x d2 x ...` with any number of axes after the channels.
final class Images {
  private Images() {}

  /// Whether there is an axis after the channels; otherwise it is reported.
  ///
  /// @param data the known shape of the argument `data`; it has a rank
  static boolean check(Inference node, PartialShape data) {
    if (data.rank() >= 3) {
      return true;
    }
    node.problem(
        ProblemId.WRONG_RANK,
        node.edge("data"),
        "%s is %s, but %s takes N x C and at least one axis more"
            .formatted(node.source("data"), data, node.attributes().kind()),
        data.rank() == 2
            ? "use it before anything flattens the image, or use @LayerNorm"
            : "give it a shape such as N x 16 x 28 x 28");
    return false;
  }
}
