package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// The order of lists of numbers.
///
/// Every worker of the team calls a method with the same arguments and sorts its share of the lists,
/// so a barrier belongs before whoever reads the result. The arrays must not overlap.
///
/// Both throw [IllegalArgumentException] for lists longer than the places' type counts one by one:
/// for floats, 16777216.
public final class SortKernel {
  private SortKernel() {}

  /// `j[o,k,i]`: where in the list `x[o,:,i]` the element stands that comes k-th, counted from 0.
  ///
  /// Equal elements stay in their order, -0 and 0 are equal, and NaN comes last either way.
  ///
  /// @param ascending whether the smallest comes first, or else the largest
  /// @param outer how many lists there are before the axis of the lists
  /// @param size how long a list is
  /// @param inner how many lists there are after the axis: a list's elements are that far apart
  public static void order(
      Worker worker,
      boolean ascending,
      int outer, int size, int inner,
      float[] x, int xAt,
      float[] j, int jAt) {
    FloatSort.order(worker, ascending, outer, size, inner, x, xAt, j, jAt);
  }

  /// As the method for floats.
  public static void order(
      Worker worker,
      boolean ascending,
      int outer, int size, int inner,
      double[] x, int xAt,
      double[] j, int jAt) {
    DoubleSort.order(worker, ascending, outer, size, inner, x, xAt, j, jAt);
  }
}
