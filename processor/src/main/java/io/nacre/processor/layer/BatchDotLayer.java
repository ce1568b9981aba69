package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Contraction.Flags;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[g,m,n] = sum over k of lhs[g,m,k] rhs[g,k,n]`, where g stands for all leading axes.
final class BatchDotLayer implements Layer {
  @Override
  public String annotation() {
    return "BatchDot";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("lhs"), Argument.data("rhs"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!areStacks(node, "lhs", "rhs") || !sameRank(node)) {
      return;
    }
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (!lhs.hasRank() || !rhs.hasRank() || !sameBatch(node, lhs, rhs)) {
      return;
    }
    node.shape("lhs", leading(rhs), ProblemId.SHAPE_MISMATCH);
    node.shape("rhs", leading(lhs), ProblemId.SHAPE_MISMATCH);
    Contraction product = new Contraction(node.shape("lhs"), node.shape("rhs"), true);
    if (!product.agrees(node)) {
      return;
    }
    node.output(product.result(Flags.of(node.attributes())));
    if (node.output().hasRank()) {
      product.inferBack(node);
    }
  }

  private static boolean areStacks(Inference node, String... operands) {
    for (String operand : operands) {
      PartialShape shape = node.shape(operand);
      if (shape.hasRank() && shape.rank() < 3) {
        node.problem(
            ProblemId.WRONG_RANK,
            node.edge(operand),
            "%s is %s, but a stack of matrices has at least 3 axes"
                .formatted(node.source(operand), shape),
            "for a single product use @Dot");
        return false;
      }
    }
    return true;
  }

  /// Both operands and the output have equally many axes; what is known of one is told to the others.
  private static boolean sameRank(Inference node) {
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (lhs.hasRank() && rhs.hasRank() && lhs.rank() != rhs.rank()) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("rhs"),
          "%s is %s, but %s is %s: %d and %d axes"
              .formatted(
                  node.source("lhs"), lhs, node.source("rhs"), rhs, lhs.rank(), rhs.rank()),
          "give both the same leading axes");
      return false;
    }
    for (PartialShape known : List.of(lhs, rhs, node.output())) {
      if (known.hasRank()) {
        PartialShape rank = PartialShape.ofRank(known.rank());
        node.output(rank);
        node.shape("lhs", rank, ProblemId.WRONG_RANK);
        node.shape("rhs", rank, ProblemId.WRONG_RANK);
      }
    }
    return true;
  }

  private static boolean sameBatch(Inference node, PartialShape lhs, PartialShape rhs) {
    for (int axis = 0; axis < lhs.rank() - 2; axis++) {
      Dim left = lhs.dim(axis);
      Dim right = rhs.dim(axis);
      if (left.known() && right.known() && !left.equals(right)) {
        node.problem(
            ProblemId.SHAPE_MISMATCH,
            node.edge("rhs"),
            "%s is %s, but %s is %s: axis %d of the stacks differs"
                .formatted(node.source("lhs"), lhs, node.source("rhs"), rhs, axis),
            "make axis %d of %s %s, or that of %s %s"
                .formatted(axis, node.source("rhs"), left, node.source("lhs"), right));
        return false;
      }
    }
    return true;
  }

  /// The axes of the stack, and nothing of the matrices.
  private static PartialShape leading(PartialShape stack) {
    int rank = stack.rank();
    return Features.with(Features.with(stack, rank - 2, Dim.UNKNOWN), rank - 1, Dim.UNKNOWN);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value y =
        Contraction.product(
            e,
            Flags.of(node.attributes()),
            stack(e, node.argument("lhs")),
            stack(e, node.argument("rhs")));
    return e.reshape(y, node.shape());
  }

  private static Value stack(Emitter e, Value operand) {
    Shape shape = operand.shape();
    int rank = shape.rank();
    return e.reshape(
        operand,
        Shape.of(shape.size(0, rank - 2), shape.dim(rank - 2), shape.dim(rank - 1)));
  }
}
