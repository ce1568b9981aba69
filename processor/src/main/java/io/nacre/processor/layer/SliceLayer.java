package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Ranges of the first axes, with steps.
final class SliceLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Slice";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    int axes = node.attributes().integers("begin").size();
    return hasAsMany(node, "end", axes)
        && (node.attributes().integers("step").isEmpty() || hasAsMany(node, "step", axes))
        && stepsAreNotZero(node);
  }

  private static boolean hasAsMany(Inference node, String attribute, int axes) {
    int numbers = node.attributes().integers(attribute).size();
    if (numbers == axes) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(attribute),
        "%s has %d number%s, but begin has %d"
            .formatted(attribute, numbers, numbers == 1 ? "" : "s", axes),
        "write one number for each axis in both; Symbol.NONE leaves one open");
    return false;
  }

  private static boolean stepsAreNotZero(Inference node) {
    int zero = node.attributes().integers("step").indexOf(0);
    if (zero < 0) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attributes().elementPlace("step", zero),
        "step = 0 goes nowhere",
        "use 1 for every element, or -1 for all in falling order");
    return false;
  }

  @Override
  OptionalInt rank(Inference node) {
    return sameRank(node);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    List<Integer> begin = node.attributes().integers("begin");
    if (begin.size() > data.rank()) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("begin"),
          "begin has %d numbers, but %s %s has %d axes"
              .formatted(begin.size(), node.source(DATA), data, data.rank()),
          "write at most %d numbers".formatted(data.rank()));
      return Optional.empty();
    }
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < data.rank(); axis++) {
      Dim dim = data.dim(axis);
      SliceBounds bounds = bounds(node.attributes(), axis);
      Optional<Range> range =
          dim.known() ? bounds.range(dim, node::dim) : Optional.of(Range.whole(Dim.ONE));
      if (range.isEmpty()) {
        SliceProblem.report(node, data, axis, bounds);
        return Optional.empty();
      }
      dims.add(dim.known() ? range.get().size() : Dim.UNKNOWN);
    }
    return Optional.of(PartialShape.of(dims));
  }

  static SliceBounds bounds(Attributes attributes, int axis) {
    List<Integer> begin = attributes.integers("begin");
    List<Integer> step = attributes.integers("step");
    return axis >= begin.size()
        ? new SliceBounds(SliceBounds.NONE, SliceBounds.NONE, 1)
        : new SliceBounds(
            begin.get(axis),
            attributes.integers("end").get(axis),
            step.isEmpty() ? 1 : step.get(axis));
  }

  /// What is not cut keeps its size.
  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < output.rank(); axis++) {
      SliceBounds bounds = bounds(node.attributes(), axis);
      boolean whole =
          bounds.begin() == SliceBounds.NONE
              && bounds.end() == SliceBounds.NONE
              && Math.abs(bounds.step()) == 1;
      dims.add(whole ? output.dim(axis) : Dim.UNKNOWN);
    }
    return PartialShape.of(dims);
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    List<Range> ranges = new ArrayList<>();
    for (int axis = 0; axis < data.shape().rank(); axis++) {
      SliceBounds bounds = bounds(node.attributes(), axis);
      ranges.add(bounds.range(data.shape().dim(axis), node::dim).orElseThrow());
    }
    return node.emitter().slice(data, ranges);
  }
}
