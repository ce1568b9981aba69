package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// The cross entropy of a softmax with labels, summed over all rows: a single number.
final class SoftmaxCrossEntropyLayer implements Layer {
  private static final int CLASSES = 1;

  @Override
  public String annotation() {
    return "SoftmaxCrossEntropy";
  }

  /// The label is needed for predicting too, so it is no label that only training feeds.
  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.data("label"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("label", TypeRule.LABEL);
    node.output(PartialShape.of(Dim.ONE));
    PartialShape scores = node.shape("data");
    if (!scores.hasRank()) {
      node.shape("data", PartialShape.ofRank(2), ProblemId.WRONG_RANK);
      return;
    }
    if (scores.rank() != 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "scores %s are %s, but @SoftmaxCrossEntropy takes two axes, rows x classes"
              .formatted(node.source("data"), scores),
          scores.rank() > 2
              ? "flatten them, or use @SoftmaxOutput, which takes more axes"
              : "give it scores such as N x 10");
    } else if (scores.dim(CLASSES).batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("data"),
          "scores %s are %s: N is among the classes".formatted(node.source("data"), scores),
          "put N on the first axis, or fix the batch: @Model(batch = 64)");
    } else {
      inferLabel(node, scores);
    }
  }

  private static void inferLabel(Inference node, PartialShape scores) {
    PartialShape expected = PartialShape.of(scores.dim(0));
    PartialShape label = node.shape("label");
    if (label.unify(expected).isEmpty()) {
      node.problem(
          ProblemId.LABEL_SHAPE,
          node.edge("label"),
          "label %s is %s, but for scores %s of %s it must be %s"
              .formatted(node.source("label"), label, scores, node.source("data"), expected),
          "feed the index of the class: give the label the shape %s".formatted(expected));
      return;
    }
    node.shape("label", expected, ProblemId.LABEL_SHAPE);
    PartialShape known = node.shape("label");
    if (known.hasRank()) {
      PartialShape back = PartialShape.of(known.dim(0), Dim.UNKNOWN);
      node.shape("data", back, ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value scores = node.argument("data");
    Value logarithms = new SoftmaxTerms(e, CLASSES, node.training()).logSoftmax(scores);
    Shape column = scores.shape().with(CLASSES, Dim.ONE);
    Value label = e.broadcast(e.reshape(node.argument("label"), column), scores.shape());
    Value chosen =
        e.selectEqual(e.index(CLASSES, scores), label, logarithms, e.zeros(scores));
    return e.reshape(e.negate(Losses.sum(e, chosen)), node.shape());
  }
}
