package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.Optional;
import java.util.OptionalInt;

/// Each element of an axis several times, one after the other; without an axis, of all in a row.
final class RepeatElementsLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "RepeatElements";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  private static boolean flattens(Attributes attributes) {
    return attributes.integer("axis") == SliceBounds.NONE;
  }

  @Override
  boolean check(Inference node) {
    int repeats = node.attributes().integer("repeats");
    if (repeats >= 1) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("repeats"),
        "repeats = %d is not positive".formatted(repeats),
        "use at least 1, which changes nothing");
    return false;
  }

  @Override
  OptionalInt rank(Inference node) {
    return flattens(node.attributes()) ? OptionalInt.empty() : sameRank(node);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    Dim repeats = Dim.of(node.attributes().integer("repeats"));
    if (flattens(node.attributes())) {
      Dim size = data.size(0, data.rank());
      return Optional.of(PartialShape.of(size.times(repeats).orElse(Dim.UNKNOWN)));
    }
    return Axes.check(node, "axis", DATA, data.rank())
        .map(
            axis ->
                Features.with(data, axis, data.dim(axis).times(repeats).orElse(Dim.UNKNOWN)));
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    Dim repeats = Dim.of(node.attributes().integer("repeats"));
    if (flattens(node.attributes())) {
      Dim size = output.dim(0).dividedBy(repeats).orElse(Dim.UNKNOWN);
      return Features.solve(data, 0, data.rank(), size);
    }
    int axis = Axes.of(node.attributes().integer("axis"), output.rank());
    return Features.with(
        output, axis, output.dim(axis).dividedBy(repeats).orElse(Dim.UNKNOWN));
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument(DATA);
    int repeats = node.attributes().integer("repeats");
    if (flattens(node.attributes())) {
      return Copies.ofElements(e, e.reshape(data, Shape.of(data.shape().size())), 0, repeats);
    }
    int axis = Axes.of(node.attributes().integer("axis"), data.shape().rank());
    return Copies.ofElements(e, data, axis, repeats);
  }
}
