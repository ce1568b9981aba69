package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import java.util.ArrayList;
import java.util.List;

/// Arithmetic on partial shapes that several layers need.
final class Features {
  private Features() {}

  /// `shape` with one dimension replaced.
  static PartialShape with(PartialShape shape, int axis, Dim dim) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.set(axis, dim);
    return PartialShape.of(dims);
  }

  /// `shape` with a further axis at the place `axis`.
  static PartialShape inserted(PartialShape shape, int axis, Dim dim) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.add(axis, dim);
    return PartialShape.of(dims);
  }

  /// `shape` without one axis.
  static PartialShape without(PartialShape shape, int axis) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    dims.remove(axis);
    return PartialShape.of(dims);
  }

  /// Fills in the one unknown dimension from axis `from` to before `to`, whose product is
  /// `product`, if there is just one and the division is even.
  static PartialShape solve(PartialShape shape, int from, int to, Dim product) {
    int unknown = -1;
    Dim rest = Dim.ONE;
    for (int axis = from; axis < to; axis++) {
      Dim dim = shape.dim(axis);
      if (dim.known()) {
        rest = rest.times(dim).orElse(Dim.UNKNOWN);
      } else if (unknown >= 0) {
        return shape;
      } else {
        unknown = axis;
      }
    }
    return unknown < 0 ? shape : with(shape, unknown, product.dividedBy(rest).orElse(Dim.UNKNOWN));
  }

  /// Whether a dimension from axis `from` to before `to` is a multiple of N.
  static boolean holdBatch(PartialShape shape, int from, int to) {
    return shape.dims().subList(from, to).stream().anyMatch(Dim::batch);
  }
}
