package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Axes of size 1 stretched to a shape.
final class BroadcastToLayer extends UnaryLayer {
  private static final int KEEP = 0;

  @Override
  public String annotation() {
    return "BroadcastTo";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    List<Integer> shape = node.attributes().integers("shape");
    for (int axis = 0; axis < shape.size(); axis++) {
      int size = shape.get(axis);
      if (size < 0 && !BatchNumber.is(size)) {
        node.problem(
            ProblemId.BAD_SHAPE,
            node.attributes().elementPlace("shape", axis),
            "size %d is negative".formatted(size),
            "every size is at least 1, 0 to leave the axis as it is, or a multiple of BATCH");
        return false;
      }
    }
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    // a wrong number is told in better words below
    return node.shape(DATA).hasRank()
        ? OptionalInt.empty()
        : OptionalInt.of(node.attributes().integers("shape").size());
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    List<Integer> shape = node.attributes().integers("shape");
    if (shape.size() != data.rank()) {
      node.problem(
          ProblemId.BAD_SHAPE,
          node.attribute("shape"),
          "shape has %d axes, but %s %s has %d"
              .formatted(shape.size(), node.source(DATA), data, data.rank()),
          shape.size() < data.rank()
              ? "write a size for each axis; 0 leaves one as it is"
              : "give %s more axes of size 1 by @Reshape".formatted(node.source(DATA)));
      return Optional.empty();
    }
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < shape.size(); axis++) {
      Dim old = data.dim(axis);
      Dim now = shape.get(axis) == KEEP ? old : node.dim(shape.get(axis));
      if (!Stretch.check(
          node, node.attributes().elementPlace("shape", axis), DATA, axis, old, now)) {
        return Optional.empty();
      }
      dims.add(now);
    }
    return Optional.of(PartialShape.of(dims));
  }

  /// An axis that is left as it is.
  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> shape = node.attributes().integers("shape");
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < shape.size(); axis++) {
      dims.add(shape.get(axis) == KEEP ? output.dim(axis) : Dim.UNKNOWN);
    }
    return PartialShape.of(dims);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().broadcast(node.argument(DATA), node.shape());
  }
}
