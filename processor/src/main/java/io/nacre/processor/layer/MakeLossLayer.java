package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Makes a loss of any node: the identity, whose gradient is `gradScale`, divided by what
/// `normalization` says.
final class MakeLossLayer implements Layer {
  @Override
  public String annotation() {
    return "MakeLoss";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!Losses.gradScale(node)
        || !NumberCheck.finite(node, "validThresh", "use a number such as 0")) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    boolean batch = node.attributes().constant("normalization").equals("BATCH");
    if (batch && data.hasRank() && data.rank() == 0) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is a scalar, without a first axis to divide by".formatted(node.source("data")),
          "use Normalization.NULL");
    }
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument("data");
    return node.training() ? node.emitter().loss(data, data, gradient(node, data)) : data;
  }

  private static Value gradient(Expansion node, Value data) {
    Emitter e = node.emitter();
    double scale = node.attributes().number("gradScale");
    return switch (node.attributes().constant("normalization")) {
      case "NULL" -> Losses.factor(e, data, scale, Dim.ONE);
      case "BATCH" -> Losses.factor(e, data, scale, data.shape().dim(0));
      case "VALID" -> {
        Value threshold = e.constant(node.attributes().number("validThresh"), data);
        Value counts = e.selectGreater(data, threshold, e.constant(1, data), e.zeros(data));
        yield Losses.factor(e, data, scale, Losses.atLeastOne(e, Losses.sum(e, counts)));
      }
      default -> throw new IllegalStateException(node.attributes().constant("normalization"));
    };
  }
}
