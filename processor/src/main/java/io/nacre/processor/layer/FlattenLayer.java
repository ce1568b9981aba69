package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `N x d1 x d2 x ...` becomes `N x (d1 * d2 * ...)`.
final class FlattenLayer implements Layer {
  @Override
  public String annotation() {
    return "Flatten";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.output(PartialShape.ofRank(2));
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    if (data.rank() == 0) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is a scalar, without an axis to keep".formatted(node.source("data")),
          "give it a shape of at least one axis");
      return;
    }
    node.output(PartialShape.of(data.dim(0), data.size(1, data.rank())));
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == 2) {
      PartialShape back = Features.solve(data, 1, data.rank(), output.dim(1));
      node.shape("data", Features.with(back, 0, output.dim(0)), ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().reshape(node.argument("data"), node.shape());
  }
}
