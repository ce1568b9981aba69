package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Picks rows by indices, and adds up by indices.
///
/// A table x has `tables x rows x columns` elements, values y have `tables x count x columns`, and
/// the indices j say for each element of y which row it belongs to; [IndexMode] says how. The first
/// and last axes of j, `jTables` and `jColumns`, are as long as y's, or 1: then one index is for all.
///
/// Every worker of the team calls a method with the same arguments and computes its share, so a
/// barrier belongs before whoever reads the result. The bits do not depend on the number of workers.
/// The arrays must not overlap.
///
/// Both throw [IllegalArgumentException] for more rows than the indices' type counts one by one: for
/// floats, 16777216.
public final class GatherKernel {
  private GatherKernel() {}

  /// `y[t,k,c] = x[t, row(j[t,k,c]), c]`
  ///
  /// @throws IndexOutOfBoundsException in RAISE mode, before anything is written, if an index is not
  ///     from 0 to `rows - 1`; the message names the first such index
  public static void gather(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      float[] x, int xAt,
      float[] j, int jAt,
      float[] y, int yAt) {
    FloatGather.gather(
        worker, mode, tables, rows, columns, count, jTables, jColumns, x, xAt, j, jAt, y, yAt);
  }

  /// Overwrites x: `x[t,r,c]` is the sum over k of `y[t,k,c]` where `j[t,k,c]` means row r. Every sum
  /// starts from 0 and goes up in k. In RAISE mode the indices have been checked before; one that
  /// is wrong counts as in CLIP mode.
  public static void scatterAdd(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      float[] j, int jAt,
      float[] y, int yAt,
      float[] x, int xAt) {
    FloatScatterAdd.scatterAdd(
        worker, mode, tables, rows, columns, count, jTables, jColumns, j, jAt, y, yAt, x, xAt);
  }

  /// As the method for floats.
  public static void gather(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      double[] x, int xAt,
      double[] j, int jAt,
      double[] y, int yAt) {
    DoubleGather.gather(
        worker, mode, tables, rows, columns, count, jTables, jColumns, x, xAt, j, jAt, y, yAt);
  }

  /// As the method for floats.
  public static void scatterAdd(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      double[] j, int jAt,
      double[] y, int yAt,
      double[] x, int xAt) {
    DoubleScatterAdd.scatterAdd(
        worker, mode, tables, rows, columns, count, jTables, jColumns, j, jAt, y, yAt, x, xAt);
  }

  /// As the method for floats, with indices that are exact for any number of rows.
  public static void gather(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      float[] x, int xAt,
      double[] j, int jAt,
      float[] y, int yAt) {
    ByDoubleGather.gather(
        worker, mode, tables, rows, columns, count, jTables, jColumns, x, xAt, j, jAt, y, yAt);
  }

  /// As the method for floats, with indices that are exact for any number of rows.
  public static void scatterAdd(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      double[] j, int jAt,
      float[] y, int yAt,
      float[] x, int xAt) {
    ByDoubleScatterAdd.scatterAdd(
        worker, mode, tables, rows, columns, count, jTables, jColumns, j, jAt, y, yAt, x, xAt);
  }
}
