package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.SortOrder;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A layer that puts the elements along one axis in order, or all elements as one list.
abstract class SortingLayer extends UnaryLayer {
  @Override
  boolean check(Inference node) {
    List<Integer> axes = node.attributes().integers("axis");
    if (axes.size() < 2) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attributes().elementPlace("axis", 1),
        "axis = %s names %d axes".formatted(SlidingWindow.array(axes), axes.size()),
        "use one, or {} to sort all elements as one list");
    return false;
  }

  @Override
  final Optional<PartialShape> forward(Inference node, PartialShape data) {
    Optional<List<Integer>> axes = Axes.checkAll(node, "axis", DATA, data.rank());
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    if (!axes.get().isEmpty()) {
      return forward(node, data, axes.get().getFirst());
    }
    Dim size = data.size(0, data.rank());
    return forward(node, PartialShape.of(size), 0);
  }

  /// The shape of the output for data that is sorted along `axis`.
  abstract Optional<PartialShape> forward(Inference node, PartialShape data, int axis);

  @Override
  OptionalInt rank(Inference node) {
    return node.attributes().integers("axis").isEmpty() ? OptionalInt.empty() : sameRank(node);
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> axes = node.attributes().integers("axis");
    if (axes.isEmpty()) {
      return data;
    }
    int axis = Axes.of(axes.getFirst(), data.rank());
    return Features.with(output, axis, data.dim(axis));
  }

  /// The data as lists along an axis, in order.
  record Lists(Value data, int axis, boolean ascending) {
    static Lists of(Expansion node) {
      Value data = node.argument(DATA);
      List<Integer> axes = node.attributes().integers("axis");
      boolean ascending = node.attributes().flag("ascend");
      if (!axes.isEmpty()) {
        return new Lists(data, Axes.of(axes.getFirst(), data.shape().rank()), ascending);
      }
      Value flat = node.emitter().reshape(data, Shape.of(data.shape().size()));
      return new Lists(flat, 0, ascending);
    }

    /// Where the elements stand, the first in order first.
    Value order(Emitter e) {
      return e.emit(new SortOrder(data, axis, ascending));
    }

    /// The elements at places along the axis.
    Value at(Emitter e, Value places) {
      AxisView view = new AxisView(data, axis);
      Dim count = places.shape().dim(axis);
      Value indices = e.reshape(places, Shape.of(view.outer(), count, view.inner()));
      Value picked = e.emit(new Gather(Gather.Mode.CLIP, view.reshaped(e), indices));
      return e.reshape(picked, places.shape());
    }
  }
}
