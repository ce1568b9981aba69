package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/// The elements in order, or where they stand in that order.
final class SortLayer extends SortingLayer {
  private final boolean ofPlaces;

  private SortLayer(boolean ofPlaces) {
    this.ofPlaces = ofPlaces;
  }

  static SortLayer ofElements() {
    return new SortLayer(false);
  }

  static SortLayer ofPlaces() {
    return new SortLayer(true);
  }

  @Override
  public String annotation() {
    return ofPlaces ? "ArgSort" : "Sort";
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return List.of(ofPlaces ? "output" : "output0");
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    return ofPlaces;
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data, int axis) {
    return Optional.of(data);
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return node.attributes().integers("axis").isEmpty() ? data : output;
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Lists lists = Lists.of(node);
    Value order = lists.order(e);
    return ofPlaces ? order : lists.at(e, order);
  }
}
