package io.nacre.processor.ir;

import java.util.Optional;

/// Counts of floating-point operations, which like shapes are linear in N.
final class Flops {
  private Flops() {}

  /// `factor` times all dimensions; unknown if that would hold N x N.
  static Dim product(long factor, Dim... dims) {
    Optional<Dim> product = Optional.of(Dim.of(factor));
    for (Dim dim : dims) {
      product = product.flatMap(left -> left.times(dim));
    }
    return product.orElse(Dim.UNKNOWN);
  }
}
