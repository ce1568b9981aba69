package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Arithmetic on two operands, whose axes of size 1, and axes that only one of them has, are
/// stretched. Axes are matched from the last on.
record BroadcastLayer(String annotation, BinaryFunction function) implements Layer {
  BroadcastLayer(String annotation, PointwiseFunction function) {
    this(annotation, BinaryFunction.of(function));
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("lhs"), Argument.data("rhs"));
  }

  @Override
  public boolean takesWholeNumbers() {
    return WholeNumbers.suit(annotation);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (!lhs.hasRank() || !rhs.hasRank()) {
      return;
    }
    int rank = Math.max(lhs.rank(), rhs.rank());
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      Dim a = dim(lhs, axis, rank);
      Dim b = dim(rhs, axis, rank);
      if (a.known() && b.known() && !a.is(1) && !b.is(1) && !a.equals(b)) {
        report(node, lhs, rhs, axis, a, b);
        return;
      }
      dims.add(together(a, b));
    }
    node.output(PartialShape.of(dims));
  }

  /// An unknown axis against one of size above 1 may be that, or 1: both give the larger.
  private static Dim together(Dim a, Dim b) {
    if (a.is(1)) {
      return b;
    }
    return b.is(1) || a.known() ? a : b;
  }

  /// The size along an axis of the result; 1 where the operand has no such axis.
  private static Dim dim(PartialShape shape, int axis, int rank) {
    int own = axis - (rank - shape.rank());
    return own < 0 ? Dim.ONE : shape.dim(own);
  }

  private static void report(
      Inference node, PartialShape lhs, PartialShape rhs, int axis, Dim a, Dim b) {
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("rhs"),
        "%s is %s, but %s is %s: axis %d of the result would be %s and %s, and neither is 1"
            .formatted(node.source("lhs"), lhs, node.source("rhs"), rhs, axis, a, b),
        missingAxis(node, "rhs", rhs, lhs)
            .or(() -> missingAxis(node, "lhs", lhs, rhs))
            .orElse("make both sizes the same, or one of them 1, to be stretched"));
  }

  /// What an operand of fewer axes lacks, if that is one axis of size 1 in its middle or at its end,
  /// such as a reduction has dropped.
  private static Optional<String> missingAxis(
      Inference node, String argument, PartialShape shape, PartialShape other) {
    for (int axis = 1; axis <= shape.rank() && shape.rank() < other.rank(); axis++) {
      List<Dim> dims = new ArrayList<>(shape.dims());
      dims.add(axis, Dim.ONE);
      PartialShape wider = PartialShape.of(dims);
      if (fits(wider, other)) {
        return Optional.of(
            "make %s %s: keepdims = true if it is reduced, or @ExpandDims(axis = %d)"
                .formatted(node.source(argument), wider, axis));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(PartialShape one, PartialShape other) {
    int rank = Math.max(one.rank(), other.rank());
    for (int axis = 0; axis < rank; axis++) {
      Dim a = dim(one, axis, rank);
      Dim b = dim(other, axis, rank);
      if (!a.is(1) && !b.is(1) && !a.equals(b)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    return function.of(
        e, stretched(node, "lhs", node.shape()), stretched(node, "rhs", node.shape()));
  }

  private static Value stretched(Expansion node, String argument, Shape shape) {
    Value value = node.argument(argument);
    int missing = shape.rank() - value.shape().rank();
    List<Dim> dims = new ArrayList<>(Collections.nCopies(missing, Dim.ONE));
    dims.addAll(value.shape().dims());
    return node.emitter().broadcast(node.emitter().reshape(value, new Shape(dims)), shape);
  }
}
