package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// How a matrix product is dealt out: contiguous rows or contiguous columns of C, to as many
/// workers as have enough to do. The choice never shows in the result, since no sum is split.
final class MatMulSplit {
  /// The fewest multiply-adds worth a worker: about a microsecond.
  private static final long WORTH_A_WORKER = 64 * 1024;

  /// Shares of columns are multiples of this, the length of the longest vector.
  private static final int COLUMNS = 16;

  /// Shares of rows are multiples of this.
  private static final int ROWS = 2;

  /// Copying an element costs about as much as this many multiply-adds.
  private static final long COPY = 16;

  private MatMulSplit() {}

  /// How many of the workers take part.
  static int parts(Worker worker, int m, int n, int k) {
    long worth = (long) m * n * k / WORTH_A_WORKER;
    return Math.clamp(worth, 1, worker.parts());
  }

  /// Whether to split columns rather than rows: whichever leaves the busiest worker less to do.
  /// With a split of rows every worker copies all of B, with one of columns all of A if `copiesA`.
  static boolean byColumns(int m, int n, int parts, boolean copiesA) {
    long columns = largest(n, COLUMNS, parts);
    long rows = largest(m, ROWS, parts);
    long copyA = copiesA ? COPY : 0;
    return columns * (m + COPY) + copyA * m <= rows * (n + copyA) + COPY * n;
  }

  /// The first row or column, of `total`, that belongs to `part`; for `part = parts` the end.
  static int start(boolean byColumns, int total, int part, int parts) {
    int unit = byColumns ? COLUMNS : ROWS;
    long units = (total + unit - 1L) / unit;
    return (int) Math.min(total, units * part / parts * unit);
  }

  /// The first row that belongs to `part`, of the rows of `count` products one behind the other; the
  /// end for a part beyond those with enough to do.
  static int stackedRow(Worker worker, int count, int m, int n, int k, int part) {
    MatMulArguments.checkSizes(m, n, k);
    if (count < 0) {
      throw new IllegalArgumentException("a stack of " + count + " matrices");
    }
    long rows = (long) count * m;
    long worth = rows * n * k / WORTH_A_WORKER;
    int parts = Math.clamp(worth, 1, worker.parts());
    return (int) (rows * Math.min(part, parts) / parts);
  }

  private static long largest(int total, int unit, int parts) {
    long units = (total + unit - 1L) / unit;
    return Math.min(total, (units + parts - 1) / parts * unit);
  }
}
