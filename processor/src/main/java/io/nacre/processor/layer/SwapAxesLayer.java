package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Two axes swap their places.
final class SwapAxesLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "SwapAxes";
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
    return Axes.check(node, "dim1", DATA, data.rank())
        .flatMap(axis -> Axes.check(node, "dim2", DATA, data.rank()))
        .map(axis -> swapped(node.attributes(), data));
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return swapped(node.attributes(), output);
  }

  private static PartialShape swapped(Attributes attributes, PartialShape shape) {
    return PartialShape.of(order(attributes, shape.rank()).stream().map(shape::dim).toList());
  }

  private static List<Integer> order(Attributes attributes, int rank) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    Collections.swap(
        order,
        Axes.of(attributes.integer("dim1"), rank),
        Axes.of(attributes.integer("dim2"), rank));
    return order;
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    return node.emitter().transpose(data, order(node.attributes(), data.shape().rank()));
  }
}
