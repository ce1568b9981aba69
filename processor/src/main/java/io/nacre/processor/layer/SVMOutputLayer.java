package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/// The identity on scores `... x K`, whose gradient is that of the hinge loss, one class against
/// the others.
final class SVMOutputLayer implements Layer {
  @Override
  public String annotation() {
    return "SVMOutput";
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
    if (!NumberCheck.finite(node, "margin", "use a number such as 1")
        || !NumberCheck.finite(node, "regularizationCoefficient", "use a number such as 1")) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape scores = node.shape("data");
    if (!scores.hasRank()) {
      return;
    }
    int classes = scores.rank() - 1;
    if (classes < 1) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "scores %s are %s, without an axis for the classes"
              .formatted(node.source("data"), scores),
          "give it scores of at least 2 axes: the samples and their classes");
    } else if (scores.dim(classes).batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "scores %s are %s: N is among the classes".formatted(node.source("data"), scores),
          "put N on another axis, or fix the batch: @Model(batch = 64)");
    } else {
      inferLabel(node, scores);
    }
  }

  private static void inferLabel(Inference node, PartialShape scores) {
    PartialShape expected = PartialShape.of(scores.dims().subList(0, scores.rank() - 1));
    PartialShape label = node.shape("label");
    if (label.unify(expected).isPresent()) {
      node.shape("label", expected, ProblemId.LABEL_SHAPE);
      PartialShape known = node.shape("label");
      if (known.hasRank()) {
        List<Dim> back = new ArrayList<>(known.dims());
        back.add(Dim.UNKNOWN);
        node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
      }
      return;
    }
    node.problem(
        ProblemId.LABEL_SHAPE,
        node.edge("label"),
        "label %s is %s, but for scores %s of %s it must be %s"
            .formatted(node.source("label"), label, scores, node.source("data"), expected),
        "feed the index of the class: give the label the shape %s, or leave its shape out"
            .formatted(expected));
  }

  @Override
  public Value expand(Expansion node) {
    Value scores = node.argument("data");
    return node.training()
        ? node.emitter().loss(scores, scores, gradient(node, scores))
        : scores;
  }

  /// With s = -1 at the label's class and 1 elsewhere, the loss of a score is
  /// `max(margin + s x, 0)`, or its square without `useLinear`; the gradient is `s` where that is
  /// positive, or `2 s` times it.
  private static Value gradient(Expansion node, Value scores) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    int classes = scores.shape().rank() - 1;
    Shape one = scores.shape().with(classes, Dim.ONE);
    Value label = e.broadcast(e.reshape(node.argument("label"), one), scores.shape());
    Value sign =
        e.selectEqual(
            e.index(classes, scores), label, e.constant(-1, scores), e.constant(1, scores));
    Value margin = e.constant(attributes.number("margin"), scores);
    Value violation = e.add(margin, e.multiply(sign, scores));
    double weight = attributes.number("regularizationCoefficient");
    if (attributes.flag("useLinear")) {
      Value zero = e.zeros(scores);
      return e.scale(e.selectGreater(violation, zero, sign, zero), weight);
    }
    Value hinge = e.pointwise(PointwiseFunction.RELU, violation);
    return e.scale(e.multiply(sign, hinge), 2 * weight);
  }
}
