package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;

/// Vectors with one number for each place along an axis of the data, such as channels.
public final class AlongAxis {
  private AlongAxis() {}

  /// Relates parameters and an axis of `data` in both directions. An axis that is a multiple of N
  /// is reported, since a parameter's shape must not depend on the batch size.
  ///
  /// @param data the known shape of the argument `data`; it has a rank
  public static void infer(Inference node, PartialShape data, int axis, String... parameters) {
    Dim size = data.dim(axis);
    if (size.batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "%s is %s: axis %d holds N, so the shape of %s would depend on the batch size"
              .formatted(node.source("data"), data, axis, String.join(" and ", parameters)),
          "put N on another axis, or fix the batch: @Model(batch = 64)");
      return;
    }
    for (String parameter : parameters) {
      node.shape(
          parameter,
          PartialShape.of(size),
          ProblemId.WEIGHT_SHAPE,
          "one number for each place of axis %d of %s".formatted(axis, node.source("data")));
      PartialShape known = node.shape(parameter);
      if (known.hasRank() && known.rank() == 1) {
        PartialShape back = PartialShape.ofRank(data.rank());
        node.shape(
            "data", Features.with(back, axis, known.dim(0)), ProblemId.WEIGHT_SHAPE);
      }
    }
  }

  /// A vector, or a single number, stretched to `shape` from its axis `axis`.
  public static Value stretch(Emitter e, Value vector, int axis, Shape shape) {
    Shape only = Axes.only(axis, shape).with(axis, vector.shape().dim(0));
    return e.broadcast(e.reshape(vector, only), shape);
  }
}
