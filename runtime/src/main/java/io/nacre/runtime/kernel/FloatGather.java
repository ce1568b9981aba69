package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Picks rows by indices; see [GatherKernel]. The elements of the result are dealt out in even
/// shares.
final class FloatGather {
  private FloatGather() {}

  static void gather(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      float[] x, int xAt,
      float[] j, int jAt,
      float[] y, int yAt) {
    FloatIndices.checkRows(rows);
    if (mode == IndexMode.RAISE) {
      // by everybody, so that all stop at the same index
      FloatIndices.checkRange(rows, j, jAt, jTables * count * jColumns);
    }
    int size = tables * count * columns;
    int end = worker.to(size);
    int at = worker.from(size);
    while (at < end) {
      int k = at / columns;
      int column = at % columns;
      int run = Math.min(columns - column, end - at);
      int index = jAt + (jTables == tables ? k : k % count) * jColumns;
      int table = xAt + k / count * rows * columns + column;
      if (jColumns == columns) {
        for (int i = 0; i < run; i++) {
          int row = FloatIndices.row(mode, j[index + column + i], rows);
          y[yAt + at + i] = x[table + row * columns + i];
        }
      } else {
        int row = FloatIndices.row(mode, j[index], rows);
        System.arraycopy(x, table + row * columns, y, yAt + at, run);
      }
      at += run;
    }
  }
}
