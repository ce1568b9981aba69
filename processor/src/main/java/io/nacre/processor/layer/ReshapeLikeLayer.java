package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The elements of one node in the shape of another, or with some of its axes.
final class ReshapeLikeLayer implements Layer {

  /// The axes `begin` to before `end`, counted from 0.
  private record Span(int begin, int end) {}

  @Override
  public String annotation() {
    return "ReshapeLike";
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
    PartialShape lhs = node.shape("lhs");
    PartialShape rhs = node.shape("rhs");
    if (!lhs.hasRank() || !rhs.hasRank()) {
      return;
    }
    Optional<Span> replaced = span(node, "lhs", lhs);
    Optional<Span> taken = replaced.flatMap(known -> span(node, "rhs", rhs));
    if (taken.isEmpty()) {
      return;
    }
    Dim old = lhs.size(replaced.get().begin(), replaced.get().end());
    Dim now = rhs.size(taken.get().begin(), taken.get().end());
    if (old.known() && now.known() && !old.equals(now)) {
      boolean whole = old.equals(lhs.size(0, lhs.rank())) && now.equals(rhs.size(0, rhs.rank()));
      node.problem(
          ProblemId.RESHAPE,
          node.edge("rhs"),
          "%s %s holds %s numbers%s, but %s %s holds %s"
              .formatted(
                  node.source("lhs"),
                  lhs,
                  old,
                  whole ? "" : " on these axes",
                  node.source("rhs"),
                  rhs,
                  now),
          "use nodes of equally many numbers, or name the axes to replace: lhsBegin, lhsEnd,"
              + " rhsBegin, rhsEnd");
      return;
    }
    infer(node, lhs, replaced.get(), rhs, taken.get());
  }

  private static void infer(
      Inference node, PartialShape lhs, Span replaced, PartialShape rhs, Span taken) {
    List<Dim> dims = new ArrayList<>(lhs.dims().subList(0, replaced.begin()));
    dims.addAll(rhs.dims().subList(taken.begin(), taken.end()));
    dims.addAll(lhs.dims().subList(replaced.end(), lhs.rank()));
    node.output(PartialShape.of(dims));
    PartialShape output = node.output();
    if (!output.hasRank() || output.rank() != dims.size()) {
      return;
    }
    int inserted = taken.end() - taken.begin();
    PartialShape back = lhs;
    for (int axis = 0; axis < replaced.begin(); axis++) {
      back = Features.with(back, axis, output.dim(axis));
    }
    for (int axis = replaced.end(); axis < lhs.rank(); axis++) {
      int there = axis - replaced.end() + replaced.begin() + inserted;
      back = Features.with(back, axis, output.dim(there));
    }
    Dim size = rhs.size(taken.begin(), taken.end());
    node.shape(
        "lhs",
        Features.solve(back, replaced.begin(), replaced.end(), size),
        ProblemId.SHAPE_MISMATCH);
    PartialShape like = PartialShape.ofRank(rhs.rank());
    for (int i = 0; i < inserted; i++) {
      like = Features.with(like, taken.begin() + i, output.dim(replaced.begin() + i));
    }
    node.shape("rhs", like, ProblemId.SHAPE_MISMATCH);
  }

  /// The axes of an argument that its attributes name; empty if there are no such axes, which is
  /// reported.
  private static Optional<Span> span(Inference node, String argument, PartialShape shape) {
    Span span = span(node.attributes(), argument, shape.rank());
    if (0 <= span.begin() && span.begin() <= span.end() && span.end() <= shape.rank()) {
      return Optional.of(span);
    }
    boolean outside = span.begin() < 0 || span.begin() > shape.rank();
    String attribute = argument + (outside ? "Begin" : "End");
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "the axes from %d to %d are no part of %s %s"
            .formatted(span.begin(), span.end(), node.source(argument), shape),
        "use a begin that is not above the end, both from 0 to %d".formatted(shape.rank()));
    return Optional.empty();
  }

  private static Span span(Attributes attributes, String argument, int rank) {
    int begin = attributes.integer(argument + "Begin");
    int end = attributes.integer(argument + "End");
    return new Span(
        begin == SliceBounds.NONE ? 0 : Axes.of(begin, rank),
        end == SliceBounds.NONE ? rank : Axes.of(end, rank));
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().reshape(node.argument("lhs"), node.shape());
  }
}
