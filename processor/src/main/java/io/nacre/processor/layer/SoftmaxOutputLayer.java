package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Softmax, whose gradient is that of the cross entropy with the label.
final class SoftmaxOutputLayer implements Layer {
  @Override
  public String annotation() {
    return "SoftmaxOutput";
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
    if (!Losses.gradScale(node) || !numbers(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape scores = node.shape("data");
    if (!scores.hasRank()) {
      return;
    }
    ScoresLayout layout = ScoresLayout.of(node.attributes());
    if (scores.rank() < 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "scores %s are %s, without an axis for the classes"
              .formatted(node.source("data"), scores),
          "give it scores of at least 2 axes: the samples and their classes");
    } else if (layout.classesHoldBatch(scores)) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "scores %s are %s: N is among the classes".formatted(node.source("data"), scores),
          "put N on another axis, or fix the batch: @Model(batch = 64)");
    } else if (scores.complete()) {
      inferLabel(node, scores, layout);
    }
  }

  private static boolean numbers(Inference node) {
    double smooth = node.attributes().number("smoothAlpha");
    if (!(smooth >= 0 && smooth < 1)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("smoothAlpha"),
          "smoothAlpha = %s is not from 0 to below 1".formatted(smooth),
          "use a number such as 0.1; 0 does not smooth");
      return false;
    }
    double ignored = node.attributes().number("ignoreLabel");
    if (!Double.isFinite(ignored)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("ignoreLabel"),
          "ignoreLabel = %s is not a finite number".formatted(ignored),
          "use the label of the rows to ignore, such as -1");
      return false;
    }
    return true;
  }

  private static void inferLabel(Inference node, PartialShape scores, ScoresLayout layout) {
    PartialShape label = node.shape("label");
    if (!label.hasRank()) {
      node.shape("label", layout.labels(scores).getFirst(), ProblemId.LABEL_SHAPE);
      return;
    }
    for (PartialShape allowed : layout.labels(scores)) {
      if (label.unify(allowed).isPresent()) {
        node.shape("label", allowed, ProblemId.LABEL_SHAPE);
        return;
      }
    }
    if (label.unify(scores).isPresent()) {
      node.shape("label", scores, ProblemId.LABEL_SHAPE);
      return;
    }
    node.problem(
        ProblemId.LABEL_SHAPE,
        node.edge("label"),
        layout.mistake(node, scores, label),
        layout.wayOut(node, scores, label));
  }

  @Override
  public Value expand(Expansion node) {
    return new SoftmaxExpansion(node).value();
  }
}
