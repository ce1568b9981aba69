package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What is known of a shape while it is inferred: nothing, the number of axes, or some dimensions too.
public final class PartialShape {
  public static final PartialShape UNKNOWN = new PartialShape(null);

  private final List<Dim> dims;

  private PartialShape(List<Dim> dims) {
    this.dims = dims;
  }

  public static PartialShape of(List<Dim> dims) {
    return new PartialShape(List.copyOf(dims));
  }

  public static PartialShape of(Dim... dims) {
    return of(Arrays.asList(dims));
  }

  public static PartialShape of(Shape shape) {
    return of(shape.dims());
  }

  /// A shape of which only the number of axes is known.
  public static PartialShape ofRank(int rank) {
    return of(Collections.nCopies(rank, Dim.UNKNOWN));
  }

  public boolean hasRank() {
    return dims != null;
  }

  /// The number of axes; only if [#hasRank].
  public int rank() {
    return dims.size();
  }

  /// The dimension of an axis, [Dim#UNKNOWN] if it is not known; only if [#hasRank].
  public Dim dim(int axis) {
    return dims.get(axis);
  }

  /// All dimensions; only if [#hasRank].
  public List<Dim> dims() {
    return dims;
  }

  public boolean complete() {
    return dims != null && dims.stream().allMatch(Dim::known);
  }

  /// The shape; only if [#complete].
  public Shape toShape() {
    return new Shape(dims);
  }

  /// The product of the dimensions from axis `from` to before `to`, unknown if one of them is or if
  /// it would hold N x N.
  public Dim size(int from, int to) {
    Dim product = Dim.ONE;
    for (Dim dim : dims.subList(from, to)) {
      Optional<Dim> next = product.times(dim);
      if (next.isEmpty()) {
        return Dim.UNKNOWN;
      }
      product = next.get();
    }
    return product;
  }

  /// What this and `other` say together; empty if they contradict each other.
  public Optional<PartialShape> unify(PartialShape other) {
    if (!hasRank()) {
      return Optional.of(other);
    }
    if (!other.hasRank()) {
      return Optional.of(this);
    }
    if (rank() != other.rank()) {
      return Optional.empty();
    }
    List<Dim> both = new ArrayList<>();
    for (int axis = 0; axis < rank(); axis++) {
      Dim mine = dim(axis);
      Dim theirs = other.dim(axis);
      if (mine.known() && theirs.known() && !mine.equals(theirs)) {
        return Optional.empty();
      }
      both.add(mine.known() ? mine : theirs);
    }
    return Optional.of(of(both));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartialShape that && java.util.Objects.equals(dims, that.dims);
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hashCode(dims);
  }

  /// `N x 1 x ? x 28`; `unknown` if not even the number of axes is known.
  @Override
  public String toString() {
    return dims == null ? "unknown" : Shape.text(dims);
  }
}
