package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import java.util.Optional;
import java.util.OptionalInt;

/// A new axis of size 1.
final class ExpandDimsLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "ExpandDims";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    return node.output().hasRank() && node.output().rank() > 0
        ? OptionalInt.of(node.output().rank() - 1)
        : OptionalInt.empty();
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    return Axes.checkNew(node, "axis", DATA, data.rank())
        .map(axis -> Features.inserted(data, axis, Dim.ONE));
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return Features.without(output, Axes.of(node.attributes().integer("axis"), output.rank()));
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().reshape(node.argument(DATA), node.shape());
  }
}
