package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Contraction.Flags;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y[i,j] = sum over k of lhs[i,k] rhs[k,j]`, where i and j stand for all other axes.
final class DotLayer implements Layer {
  @Override
  public String annotation() {
    return "Dot";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("lhs"), Argument.data("rhs"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (!hasAxes(node, "lhs", lhs) || !hasAxes(node, "rhs", rhs)) {
      return;
    }
    if (!lhs.hasRank() || !rhs.hasRank()) {
      inferRank(node, lhs, "rhs");
      inferRank(node, rhs, "lhs");
      return;
    }
    Contraction product = new Contraction(lhs, rhs, false);
    if (!transposable(node, lhs, rhs) || !product.agrees(node)) {
      return;
    }
    node.output(product.result(Flags.of(node.attributes())));
    if (node.output().hasRank()) {
      product.inferBack(node);
    }
  }

  private static boolean hasAxes(Inference node, String operand, PartialShape shape) {
    if (!shape.hasRank() || shape.rank() > 0) {
      return true;
    }
    node.problem(
        ProblemId.WRONG_RANK,
        node.edge(operand),
        "%s is a scalar, without an axis to sum over".formatted(node.source(operand)),
        "give it a shape of at least one axis, or multiply by @Times");
    return false;
  }

  /// The product has all axes of the operands but two. Of a vector's product that does not tell
  /// whether the other operand is a vector too.
  private static void inferRank(Inference node, PartialShape known, String other) {
    PartialShape output = node.output();
    if (known.hasRank() && output.hasRank() && (known.rank() > 1 || output.rank() > 1)) {
      int rank = output.rank() - known.rank() + 2;
      if (rank >= 1) {
        node.shape(other, PartialShape.ofRank(rank), ProblemId.WRONG_RANK);
      }
    }
  }

  private static boolean transposable(Inference node, PartialShape lhs, PartialShape rhs) {
    if (lhs.rank() > 1 || rhs.rank() > 1) {
      return true;
    }
    for (String flag : List.of("transposeA", "transposeB")) {
      if (node.attributes().flag(flag)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attribute(flag),
            "%s and %s are vectors, of which none can be transposed"
                .formatted(node.source("lhs"), node.source("rhs")),
            "leave %s out".formatted(flag));
        return false;
      }
    }
    return true;
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Flags flags = Flags.of(node.attributes());
    Value lhs = node.argument("lhs");
    Value rhs = node.argument("rhs");
    if (lhs.shape().rank() == 1 && rhs.shape().rank() == 1) {
      return e.reduce(Reduce.Kind.SUM, e.multiply(lhs, rhs), List.of(0));
    }
    Contraction product =
        new Contraction(PartialShape.of(lhs.shape()), PartialShape.of(rhs.shape()), false);
    Value y =
        Contraction.product(
            e,
            flags,
            matrix(e, lhs, product.innerLeft(flags), flags.a()),
            matrix(e, rhs, product.innerRight(flags), !flags.b()));
    return e.reshape(y, node.shape());
  }

  /// The operand with all axes but the inner one as one.
  private static Value matrix(Emitter e, Value operand, int inner, boolean innerFirst) {
    Dim k = operand.shape().dim(inner);
    int rank = operand.shape().rank();
    Dim others =
        inner == 0 ? operand.shape().size(1, rank) : operand.shape().size(0, rank - 1);
    return e.reshape(operand, innerFirst ? Shape.of(k, others) : Shape.of(others, k));
  }
}
