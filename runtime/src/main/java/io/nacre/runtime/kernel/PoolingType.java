package io.nacre.runtime.kernel;

/// What pooling makes of the elements of a window.
public enum PoolingType {
  /// Their maximum. Padding is no element.
  MAX,

  /// Their sum, divided by the size of the window.
  AVERAGE,

  /// Their sum.
  SUM,

  /// (sum of x^p)^(1/p), for p = 1, 2 or 3, as MXNet has it: without absolute values, so p = 1 is
  /// the sum, and p = 3 may be negative.
  LP
}
