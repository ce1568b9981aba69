package io.nacre.processor.ir;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A shape that is known but for N.
public record Shape(List<Dim> dims) {
  public Shape {
    dims = List.copyOf(dims);
    for (Dim dim : dims) {
      if (!dim.known()) {
        throw new IllegalArgumentException("a shape with an unknown dimension: " + text(dims));
      }
    }
  }

  public static Shape of(Dim... dims) {
    return new Shape(Arrays.asList(dims));
  }

  public static Shape of(long... sizes) {
    return new Shape(Arrays.stream(sizes).mapToObj(Dim::of).toList());
  }

  public int rank() {
    return dims.size();
  }

  public Dim dim(int axis) {
    return dims.get(axis);
  }

  /// The number of elements: k, or k times N.
  ///
  /// @throws IllegalStateException for N x N, which shape inference refuses
  public Dim size() {
    return size(0, rank());
  }

  /// The product of the dimensions from axis `from` to before axis `to`.
  public Dim size(int from, int to) {
    Dim product = Dim.ONE;
    for (Dim dim : dims.subList(from, to)) {
      Dim left = product;
      product = left.times(dim).orElseThrow(() -> new IllegalStateException("N x N in " + this));
    }
    return product;
  }

  /// This shape with one dimension replaced.
  public Shape with(int axis, Dim dim) {
    List<Dim> changed = new java.util.ArrayList<>(dims);
    changed.set(axis, dim);
    return new Shape(changed);
  }

  /// `N x 1 x 28 x 28`; `scalar` for no axes.
  @Override
  public String toString() {
    return text(dims);
  }

  static String text(List<Dim> dims) {
    return dims.isEmpty()
        ? "scalar"
        : dims.stream().map(Dim::toString).collect(Collectors.joining(" x "));
  }
}
