package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Compares its output with a label of the same size. The gradient is
/// `f(out, label) * gradScale / m`, with m outputs a sample.
record RegressionOutputLayer(String annotation, Kind kind) implements Layer {

  /// The loss whose gradient it is.
  enum Kind {
    /// Half the squared error of `out = data`: `f = out - label`.
    LINEAR,
    /// The cross entropy of `out = sigmoid(data)`: `f = out - label`.
    LOGISTIC,
    /// The absolute error of `out = data`: f is the sign of `out - label`, and -1 at a tie, as in
    /// MXNet.
    ABSOLUTE
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.label("label"));
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("label", TypeRule.LABEL);
    if (!Losses.gradScale(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    PartialShape label = node.shape("label");
    if (data.complete() && !label.hasRank()) {
      node.shape("label", expectedLabel(data), ProblemId.LABEL_SHAPE);
    } else if (data.complete() && !fits(data.toShape(), label)) {
      node.problem(
          ProblemId.LABEL_SHAPE,
          node.edge("label"),
          "label %s is %s, but the outputs of %s are %s"
              .formatted(node.source("label"), label, node.source("data"), data),
          "give the label the shape %s, or leave its shape out".formatted(data));
    } else if (data.complete() && label.rank() == data.rank()) {
      node.shape("label", data, ProblemId.LABEL_SHAPE);
    }
  }

  /// MXNet's default: for `N x 1` the label is `N`.
  private static PartialShape expectedLabel(PartialShape data) {
    boolean column = data.rank() == 2 && data.dim(1).is(1);
    return column ? PartialShape.of(data.dim(0)) : data;
  }

  /// Any shape with the same samples and the same number of elements.
  private static boolean fits(Shape data, PartialShape label) {
    if (!label.complete()) {
      return label.unify(PartialShape.of(data)).isPresent();
    }
    boolean samples = data.rank() == 0 || label.rank() == 0 || label.dim(0).equals(data.dim(0));
    return samples && label.toShape().size().equals(data.size());
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    Value out =
        kind == Kind.LOGISTIC ? e.pointwise(PointwiseFunction.SIGMOID, data) : data;
    if (!node.training()) {
      return out;
    }
    Value label = e.reshape(node.argument("label"), data.shape());
    Value error = e.subtract(out, label);
    if (kind == Kind.ABSOLUTE) {
      error = e.selectGreater(error, e.zeros(data), e.constant(1, data), e.constant(-1, data));
    }
    double scale = node.attributes().number("gradScale");
    Dim outputs = data.shape().rank() == 0 ? Dim.ONE : data.shape().size(1, data.shape().rank());
    Value gradient = e.multiply(error, Losses.factor(e, data, scale, outputs));
    return e.loss(out, data, gradient);
  }
}
