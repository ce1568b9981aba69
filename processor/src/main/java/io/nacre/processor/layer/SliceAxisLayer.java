package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.Optional;
import java.util.OptionalInt;

/// A range of one axis, which must lie within it.
final class SliceAxisLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "SliceAxis";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    return sameRank(node);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    Optional<Integer> axis = Axes.check(node, "axis", DATA, data.rank());
    if (axis.isEmpty() || !data.dim(axis.get()).known()) {
      return axis.map(open -> data);
    }
    Dim dim = data.dim(axis.get());
    SliceBounds bounds = bounds(node.attributes());
    Optional<Range> range = bounds.range(dim, node::dim);
    if (range.isEmpty()) {
      SliceProblem.report(node, data, axis.get(), bounds);
      return Optional.empty();
    }
    return isWithin(node, data, axis.get(), bounds)
        ? Optional.of(Features.with(data, axis.get(), range.get().size()))
        : Optional.empty();
  }

  private static SliceBounds bounds(Attributes attributes) {
    return new SliceBounds(attributes.integer("begin"), attributes.integer("end"), 1);
  }

  /// Whether the axis has all that is asked of it; otherwise it is reported.
  private static boolean isWithin(
      Inference node, PartialShape data, int axis, SliceBounds bounds) {
    Dim dim = data.dim(axis);
    if (dim.batch()) {
      return true;
    }
    long begin = SliceBounds.counted(bounds.begin(), dim.size(), node::dim);
    long end =
        bounds.end() == SliceBounds.NONE
            ? dim.size()
            : SliceBounds.counted(bounds.end(), dim.size(), node::dim);
    if (begin >= 0 && end <= dim.size()) {
      return true;
    }
    String attribute = begin < 0 ? "begin" : "end";
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "%s = %s lies outside axis %d of %s %s, which has the size %s"
            .formatted(
                attribute,
                SliceProblem.text(begin < 0 ? bounds.begin() : bounds.end()),
                axis,
                node.source(DATA),
                data,
                dim),
        begin < 0 ? "use at least -" + dim : "use at most %s, or leave it out".formatted(dim));
    return false;
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    int axis = Axes.of(node.attributes().integer("axis"), output.rank());
    return Features.with(output, axis, Dim.UNKNOWN);
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    int axis = Axes.of(node.attributes().integer("axis"), data.shape().rank());
    Range range =
        bounds(node.attributes()).range(data.shape().dim(axis), node::dim).orElseThrow();
    return node.emitter().slice(data, axis, range);
  }
}
