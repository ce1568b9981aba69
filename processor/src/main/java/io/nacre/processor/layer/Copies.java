package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/// Values repeated along an axis: a new axis of size 1 is stretched and becomes one with the old.
///
/// One axis at a time, the last first: then the gradient, which sums over the copies, sums a short
/// run or adds up whole rows.
final class Copies {
  private Copies() {}

  /// Each element of the axis `count` times, one after the other.
  static Value ofElements(Emitter e, Value value, int axis, int count) {
    return stretched(e, value, axis, axis + 1, count);
  }

  /// The axis as a whole `count` times.
  static Value ofAxis(Emitter e, Value value, int axis, int count) {
    return stretched(e, value, axis, axis, count);
  }

  private static Value stretched(Emitter e, Value value, int axis, int added, int count) {
    if (count == 1) {
      return value;
    }
    List<Dim> apart = new ArrayList<>(value.shape().dims());
    apart.add(added, Dim.ONE);
    Value one = e.reshape(value, new Shape(apart));
    Value copies = e.broadcast(one, one.shape().with(added, Dim.of(count)));
    Dim together = value.shape().dim(axis).times(Dim.of(count)).orElseThrow();
    return e.reshape(copies, value.shape().with(axis, together));
  }
}
