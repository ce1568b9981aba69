package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[i] = a[i, indices[i]]`, along the last axis of a.
final class BatchTakeLayer implements Layer {
  @Override
  public String annotation() {
    return "BatchTake";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("a"), Argument.data("indices"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("indices", TypeRule.INDEX);
    node.output(node.shape("indices"));
    node.shape("indices", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape a = node.shape("a");
    if (!a.hasRank()) {
      return;
    }
    if (a.rank() < 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("a"),
          "%s is %s, but it takes rows: at least 2 axes".formatted(node.source("a"), a),
          "give %s an axis for the rows, or use @Take".formatted(node.source("a")));
      return;
    }
    PartialShape rows = AxisView.without(a, a.rank() - 1);
    PartialShape indices = node.shape("indices");
    if (!indices.hasRank()) {
      node.shape("indices", rows, ProblemId.SHAPE_MISMATCH);
    } else if (rows.complete() && indices.complete() && !sameSize(rows, indices)) {
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge("indices"),
          "%s is %s, which has %s rows, but %s is %s"
              .formatted(
                  node.source("a"), a, size(rows), node.source("indices"), indices),
          "give %s the shape %s, an index for each row".formatted(node.source("indices"), rows));
    }
  }

  private static boolean sameSize(PartialShape a, PartialShape b) {
    return size(a).equals(size(b));
  }

  private static Dim size(PartialShape shape) {
    return shape.size(0, shape.rank());
  }

  @Override
  public Value expand(Expansion node) {
    Value a = node.argument("a");
    Value taken =
        new AxisView(a, a.shape().rank() - 1)
            .gatherElements(node.emitter(), Gather.Mode.CLIP, node.indices("indices"));
    return node.emitter().reshape(taken, node.shape());
  }
}
