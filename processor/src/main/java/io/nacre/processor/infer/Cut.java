package io.nacre.processor.infer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.resolve.LayerNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A way out for two images of which one is larger: cut it to the size of the other.
///
/// This is what a size that a stride does not divide makes of the two ends of a skip connection.
final class Cut {
  private final Knowledge knowledge;
  private final LayerNode large;
  private final LayerNode small;
  private final List<Integer> axes;

  private Cut(Knowledge knowledge, LayerNode large, LayerNode small, List<Integer> axes) {
    this.knowledge = knowledge;
    this.large = large;
    this.small = small;
    this.axes = axes;
  }

  /// How to cut the larger of two nodes that differ along `axes`; empty if they are no images, or
  /// neither is the larger along all these axes.
  static Optional<Cut> of(
      Knowledge knowledge, LayerNode left, LayerNode right, List<Integer> axes) {
    if (axes.isEmpty() || axes.getFirst() < 2) {
      return Optional.empty();
    }
    return Stream.of(new Cut(knowledge, left, right, axes), new Cut(knowledge, right, left, axes))
        .filter(Cut::isLarger)
        .findFirst();
  }

  private boolean isLarger() {
    return axes.stream()
        .allMatch(
            axis -> {
              Dim more = knowledge.shape(large).dim(axis);
              Dim less = knowledge.shape(small).dim(axis);
              return more.batch() == less.batch() && more.size() > less.size();
            });
  }

  /// The hint, if a layer on the way to the smaller one has rounded the larger one's size down.
  Optional<String> ofRounding() {
    return axes.stream()
        .flatMap(axis -> rounding(axis).stream())
        .findFirst()
        .map(rounding -> rounding + hint());
  }

  /// `cut enc to the size of up: ...`
  String hint() {
    return "cut %s to the size of %s: @SliceLike(axes = {%s}) Symbol %s_cut(Symbol %s, Symbol %s)"
        .formatted(
            method(large),
            method(small),
            axes.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            method(large),
            method(large),
            method(small));
  }

  /// What a parameter for the node, or a method after it, can be called.
  private static String method(LayerNode node) {
    return node.path().replace('.', '_');
  }

  /// Which layer on the way to the smaller one rounded the size of the larger one.
  private Optional<String> rounding(int axis) {
    long size = knowledge.shape(large).dim(axis).size();
    LayerNode node = small;
    while (!node.edges().isEmpty()) {
      LayerNode data = node.edges().getFirst().node();
      PartialShape before = knowledge.shape(data);
      PartialShape after = knowledge.shape(node);
      if (!before.complete() || !after.complete() || before.rank() != after.rank()) {
        return Optional.empty();
      }
      long rounded = after.dim(axis).size();
      long factor = rounded < size ? size / rounded : 1;
      long down = size - size % factor;
      boolean wasLarge = before.dim(axis).is(size);
      if (wasLarge && down < size && knowledge.shape(small).dim(axis).is(down)) {
        return Optional.of(
            "%s makes %d of %d on axis %d, which %d does not divide: use %d or %d there, or "
                .formatted(node.name(), rounded, size, axis, factor, down, down + factor));
      }
      node = data;
    }
    return Optional.empty();
  }
}
