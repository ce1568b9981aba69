package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Axes of size 1 stretched to those of another node.
final class BroadcastLikeLayer implements Layer {
  @Override
  public String annotation() {
    return "BroadcastLike";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("lhs"), Argument.data("rhs"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!hasPairs(node)) {
      return;
    }
    if (node.output().hasRank()) {
      node.shape("lhs", PartialShape.ofRank(node.output().rank()), ProblemId.WRONG_RANK);
    }
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (!lhs.hasRank() || !rhs.hasRank()) {
      return;
    }
    Optional<List<Integer>> axes = axes(node, "lhs", lhs, rhs);
    Optional<List<Integer>> others = axes.flatMap(known -> axes(node, "rhs", rhs, lhs));
    if (others.isEmpty()) {
      return;
    }
    PartialShape stretched = lhs;
    for (int i = 0; i < axes.get().size(); i++) {
      int axis = axes.get().get(i);
      Dim now = rhs.dim(others.get().get(i));
      if (!Stretch.check(node, node.edge("lhs"), "lhs", axis, lhs.dim(axis), now)) {
        return;
      }
      stretched = Features.with(stretched, axis, now);
    }
    node.output(stretched);
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == lhs.rank()) {
      PartialShape kept = output;
      PartialShape like = PartialShape.ofRank(rhs.rank());
      for (int i = 0; i < axes.get().size(); i++) {
        int axis = axes.get().get(i);
        kept = Features.with(kept, axis, Dim.UNKNOWN);
        like = Features.with(like, others.get().get(i), output.dim(axis));
      }
      node.shape("lhs", kept, ProblemId.SHAPE_MISMATCH);
      node.shape("rhs", like, ProblemId.SHAPE_MISMATCH);
    }
  }

  private static boolean hasPairs(Inference node) {
    int left = node.attributes().integers("lhsAxes").size();
    int right = node.attributes().integers("rhsAxes").size();
    if (left == right) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(right == 0 ? "lhsAxes" : "rhsAxes"),
        "lhsAxes names %d axes, but rhsAxes %d".formatted(left, right),
        "name as many in both, or none for all axes");
    return false;
  }

  /// The axes of an argument that are compared; empty if it does not have them, which is reported.
  private static Optional<List<Integer>> axes(
      Inference node, String argument, PartialShape shape, PartialShape other) {
    if (!node.attributes().integers("lhsAxes").isEmpty()) {
      return Axes.checkAll(node, argument + "Axes", argument, shape.rank());
    }
    if (shape.rank() == other.rank()) {
      return Optional.of(IntStream.range(0, shape.rank()).boxed().toList());
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("rhs"),
        "%s is %s, but %s is %s: %d and %d axes"
            .formatted(
                node.source("lhs"),
                node.shape("lhs"),
                node.source("rhs"),
                node.shape("rhs"),
                node.shape("lhs").rank(),
                node.shape("rhs").rank()),
        "name the axes that belong together: lhsAxes and rhsAxes");
    return Optional.empty();
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().broadcast(node.argument("lhs"), node.shape());
  }
}
