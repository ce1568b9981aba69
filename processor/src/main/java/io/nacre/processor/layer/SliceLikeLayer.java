package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The first elements along some axes, as many as another node has there.
final class SliceLikeLayer implements Layer {
  private static final String LIKE = "shape_like";

  @Override
  public String annotation() {
    return "SliceLike";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.data(LIKE));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (node.output().hasRank()) {
      node.shape("data", PartialShape.ofRank(node.output().rank()), ProblemId.WRONG_RANK);
    }
    PartialShape data = node.shape("data");
    PartialShape like = node.shape(LIKE);
    if (!data.hasRank() || !like.hasRank()) {
      return;
    }
    Optional<List<Integer>> axes = axes(node, data, like);
    if (axes.isEmpty() || !fits(node, data, like, axes.get())) {
      return;
    }
    PartialShape cut = data;
    for (int axis : axes.get()) {
      cut = Features.with(cut, axis, like.dim(axis));
    }
    node.output(cut);
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() == data.rank()) {
      PartialShape uncut = output;
      PartialShape likeBack = PartialShape.ofRank(like.rank());
      for (int axis : axes.get()) {
        likeBack = Features.with(likeBack, axis, output.dim(axis));
        uncut = Features.with(uncut, axis, Dim.UNKNOWN);
      }
      node.shape("data", uncut, ProblemId.SHAPE_MISMATCH);
      node.shape(LIKE, likeBack, ProblemId.SHAPE_MISMATCH);
    }
  }

  /// The axes that are cut, counted from 0, which both arguments must have; empty if not, which is
  /// reported.
  private static Optional<List<Integer>> axes(
      Inference node, PartialShape data, PartialShape like) {
    List<Integer> written = node.attributes().integers("axes");
    Optional<List<Integer>> axes =
        written.isEmpty()
            ? Optional.of(IntStream.range(0, data.rank()).boxed().toList())
            : Axes.checkAll(node, "axes", "data", data.rank());
    boolean there =
        axes.isPresent()
            && axes.get().stream().allMatch(axis -> axis < like.rank())
            && (!written.isEmpty() || like.rank() == data.rank());
    if (axes.isPresent() && !there) {
      int common = Math.min(data.rank(), like.rank());
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge(LIKE),
          "%s is %s, but %s is %s: %d and %d axes"
              .formatted(
                  node.source("data"), data, node.source(LIKE), like, data.rank(), like.rank()),
          common == 0
              ? "give both at least one axis"
              : "name axes that both have: axes = 0" + (common > 1 ? " to " + (common - 1) : ""));
    }
    return there ? axes : Optional.empty();
  }

  /// Whether the data is at least as large as the other on all these axes; otherwise it is
  /// reported.
  private static boolean fits(
      Inference node, PartialShape data, PartialShape like, List<Integer> axes) {
    for (int axis : axes) {
      Dim have = data.dim(axis);
      Dim want = like.dim(axis);
      if (!have.known() || !want.known()) {
        continue;
      }
      if (have.batch() != want.batch()) {
        node.problem(
            ProblemId.BATCH_ARITHMETIC,
            node.edge(LIKE),
            "axis %d is %s in %s, but %s in %s: which is larger depends on the batch"
                .formatted(axis, have, node.source("data"), want, node.source(LIKE)),
            "leave axis %d out of axes, or fix the batch: @Model(batch = 64)".formatted(axis));
        return false;
      }
      if (want.size() > have.size()) {
        node.problem(
            ProblemId.SHAPE_MISMATCH,
            node.edge("data"),
            "axis %d of %s has the size %s, less than the %s of %s"
                .formatted(axis, node.source("data"), have, want, node.source(LIKE)),
            "swap the two, or leave axis %d out of axes".formatted(axis));
        return false;
      }
    }
    return true;
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().slice(node.argument("data"), Range.whole(node.shape()));
  }
}
