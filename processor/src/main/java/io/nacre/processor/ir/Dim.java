package io.nacre.processor.ir;

import java.util.Optional;

/// The size of an axis: k, or k times the batch size N, or not known yet.
///
/// Every shape is linear in N, so that two shapes are equal for one N only if they are equal for all.
///
/// @param size k; at least 1, or 0 for [#UNKNOWN]
/// @param batch whether it is multiplied by N
public record Dim(long size, boolean batch) {
  public static final Dim UNKNOWN = new Dim(0, false);
  public static final Dim ONE = new Dim(1, false);
  public static final Dim N = new Dim(1, true);

  public Dim {
    if (size < 0) {
      throw new IllegalArgumentException("a dimension of size " + size);
    }
  }

  public static Dim of(long size) {
    return new Dim(size, false);
  }

  public boolean known() {
    return size > 0;
  }

  /// Whether this is exactly `k`, for all N.
  public boolean is(long k) {
    return size == k && !batch;
  }

  /// The product; empty if it would hold N x N, or if either is unknown.
  public Optional<Dim> times(Dim other) {
    if (!known() || !other.known() || (batch && other.batch)) {
      return Optional.empty();
    }
    return Optional.of(new Dim(Math.multiplyExact(size, other.size), batch || other.batch));
  }

  /// The quotient; empty if it is not a whole dimension for every N.
  public Optional<Dim> dividedBy(Dim other) {
    if (!known() || !other.known() || size % other.size != 0 || (other.batch && !batch)) {
      return Optional.empty();
    }
    return Optional.of(new Dim(size / other.size, batch && !other.batch));
  }

  // As a record's own, which a cold JVM takes long to link: dimensions are compared everywhere.

  @Override
  public boolean equals(Object other) {
    return other instanceof Dim dim && size == dim.size && batch == dim.batch;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) * 2 + (batch ? 1 : 0);
  }

  /// `28`, `N`, `2N`, `?`.
  @Override
  public String toString() {
    if (!known()) {
      return "?";
    }
    if (!batch) {
      return Long.toString(size);
    }
    return size == 1 ? "N" : size + "N";
  }
}
