package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// The norm along some axes: the sum of absolute values, or the root of the sum of squares.
final class NormLayer implements Layer {
  @Override
  public String annotation() {
    return "Norm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    int ord = node.attributes().integer("ord");
    if (ord != 1 && ord != 2) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("ord"),
          "ord = %d is neither 1 nor 2".formatted(ord),
          "use 2 for the root of the sum of squares, 1 for the sum of absolute values");
      return;
    }
    ReducedAxes.infer(node, false);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    ReducedAxes axes = ReducedAxes.of(node.attributes(), x.shape().rank(), false);
    Value norm =
        node.attributes().integer("ord") == 1
            ? e.reduce(Reduce.Kind.SUM, e.pointwise(PointwiseFunction.ABS, x), axes.axes())
            : euclidean(e, x, axes.axes());
    return axes.result(e, norm);
  }

  /// `m sqrt(sum of (x / m)^2)`, where m is the largest absolute value, so that no square overflows
  /// or vanishes. It does not depend on m, so no gradient passes m. Where all x are 0 the norm and
  /// its gradient are 0.
  private static Value euclidean(Emitter e, Value x, List<Integer> axes) {
    Value largest =
        e.reduce(Reduce.Kind.MAX, e.pointwise(PointwiseFunction.ABS, x), axes);
    largest = e.blockGradient(largest);
    Value zero = e.zeros(largest);
    Value one = e.constant(1, largest);
    Value scale = e.selectEqual(largest, zero, one, largest);
    Value scaled = e.divide(x, e.broadcast(scale, x.shape()));
    Value squares = e.reduce(Reduce.Kind.SUM, e.multiply(scaled, scaled), axes);
    // an unused root must not divide by 0 in the gradient
    Value safe = e.selectEqual(largest, zero, one, squares);
    Value root = e.multiply(scale, e.pointwise(PointwiseFunction.SQRT, safe));
    return e.selectEqual(largest, zero, zero, root);
  }
}
