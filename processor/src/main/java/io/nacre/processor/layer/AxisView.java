package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/// A value seen from one of its axes, as `outer x size x inner`: the axes before it, the axis itself,
/// and the axes after it.
record AxisView(Value value, int axis) {
  Dim outer() {
    return value.shape().size(0, axis);
  }

  Dim size() {
    return value.shape().dim(axis);
  }

  Dim inner() {
    return value.shape().size(axis + 1, value.shape().rank());
  }

  Value reshaped(Emitter e) {
    return e.reshape(value, Shape.of(outer(), size(), inner()));
  }

  /// `count` elements along the axis, by indices of which each is for all of the other axes.
  Value gatherSlices(Emitter e, Gather.Mode mode, Value indices, Dim count) {
    Value index = e.reshape(indices, Shape.of(Dim.ONE, count, Dim.ONE));
    return e.emit(new Gather(mode, reshaped(e), index));
  }

  /// One element along the axis for each place of the other axes, by an index of its own.
  Value gatherElements(Emitter e, Gather.Mode mode, Value indices) {
    Value index = e.reshape(indices, Shape.of(outer(), Dim.ONE, inner()));
    return e.emit(new Gather(mode, reshaped(e), index));
  }

  /// `shape` without the axis; `1` for a vector's.
  static PartialShape without(PartialShape shape, int axis) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.remove(axis);
    return dims.isEmpty() ? PartialShape.of(Dim.ONE) : PartialShape.of(dims);
  }

  /// `shape` with an axis that [#without] left out; its size is not known.
  static PartialShape with(PartialShape shape, int axis) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.add(axis, Dim.UNKNOWN);
    return PartialShape.of(dims);
  }
}
