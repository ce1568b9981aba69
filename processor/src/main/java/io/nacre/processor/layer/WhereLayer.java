package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `out[i] = condition[i] != 0 ? x[i] : y[i]`; a vector as the condition chooses along the first axis.
final class WhereLayer implements Layer {
  @Override
  public String annotation() {
    return "Where";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("condition"), Argument.data("x"), Argument.data("y"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("condition", TypeRule.INDEX);
    if (!sameShape(node, node.shape("x"), node.shape("y"))) {
      return;
    }
    node.shape("y", node.shape("x"), ProblemId.SHAPE_MISMATCH);
    node.shape("x", node.shape("y"), ProblemId.SHAPE_MISMATCH);
    node.output(node.shape("x"));
    node.shape("x", node.output(), ProblemId.SHAPE_MISMATCH);
    node.shape("y", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape x = node.shape("x");
    PartialShape condition = node.shape("condition");
    if (!condition.hasRank() || !x.hasRank()) {
      return;
    }
    boolean rows = condition.rank() == 1 && x.rank() > 1;
    PartialShape needed = rows ? PartialShape.of(x.dim(0)) : x;
    if (condition.unify(needed).isEmpty()) {
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge("condition"),
          "condition %s is %s, but for %s %s it must be %s"
              .formatted(node.source("condition"), condition, node.source("x"), x, needed(x)),
          "give %s the shape %s".formatted(node.source("condition"), x));
      return;
    }
    node.shape("condition", needed, ProblemId.SHAPE_MISMATCH);
    PartialShape back =
        rows
            ? Features.with(PartialShape.ofRank(x.rank()), 0, condition.dim(0))
            : condition;
    node.shape("x", back, ProblemId.SHAPE_MISMATCH);
  }

  private static boolean sameShape(Inference node, PartialShape x, PartialShape y) {
    if (x.unify(y).isPresent()) {
      return true;
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("y"),
        "%s is %s, but %s is %s: it takes each element from one or the other"
            .formatted(node.source("x"), x, node.source("y"), y),
        "give both the same shape");
    return false;
  }

  private static String needed(PartialShape x) {
    return x.rank() > 1 ? "%s, or %s for whole slices".formatted(x, x.dim(0)) : x.toString();
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("x");
    Value condition = node.argument("condition");
    Shape shape = x.shape();
    if (condition.shape().rank() != shape.rank()) {
      Shape column = Axes.only(0, shape);
      condition = e.broadcast(e.reshape(condition, column), shape);
    }
    return e.selectEqual(condition, e.zeros(x), node.argument("y"), x);
  }
}
