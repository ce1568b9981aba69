package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// Adds up by indices; see [GatherKernel]. A worker owns some of the sums and looks at every index
/// that may be for them, so the order of a sum is always the same.
final class FloatScatterAdd {
  private FloatScatterAdd() {}

  static void scatterAdd(
      Worker worker,
      IndexMode mode,
      int tables, int rows, int columns, int count,
      int jTables, int jColumns,
      float[] j, int jAt,
      float[] y, int yAt,
      float[] x, int xAt) {
    FloatIndices.checkRows(rows);
    boolean byColumns = jColumns == columns && columns > 1;
    int shares = tables * (byColumns ? columns : rows);
    int inTable = byColumns ? columns : rows;
    int end = worker.to(shares);
    int at = worker.from(shares);
    while (at < end) {
      int table = at / inTable;
      int from = at % inTable;
      int to = Math.min(inTable, from + end - at);
      int indices = jAt + (jTables == tables ? table * count : 0) * jColumns;
      int values = yAt + table * count * columns;
      int sums = xAt + table * rows * columns;
      if (byColumns) {
        columns(mode, rows, columns, count, from, to, j, indices, y, values, x, sums);
      } else {
        rows(mode, rows, columns, count, from, to, j, indices, y, values, x, sums);
      }
      at += to - from;
    }
  }

  /// The columns `from` to before `to` of one table; each element has an index of its own.
  private static void columns(
      IndexMode mode,
      int rows, int columns, int count,
      int from, int to,
      float[] j, int jAt,
      float[] y, int yAt,
      float[] x, int xAt) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(x, xAt + row * columns + from, xAt + row * columns + to, 0);
    }
    for (int k = 0; k < count; k++) {
      for (int column = from; column < to; column++) {
        int at = k * columns + column;
        int row = FloatIndices.row(mode, j[jAt + at], rows);
        x[xAt + row * columns + column] += y[yAt + at];
      }
    }
  }

  /// The rows `from` to before `to` of one table; one index is for a whole row.
  private static void rows(
      IndexMode mode,
      int rows, int columns, int count,
      int from, int to,
      float[] j, int jAt,
      float[] y, int yAt,
      float[] x, int xAt) {
    Arrays.fill(x, xAt + from * columns, xAt + to * columns, 0);
    for (int k = 0; k < count; k++) {
      int row = FloatIndices.row(mode, j[jAt + k], rows);
      if (row >= from && row < to) {
        for (int column = 0; column < columns; column++) {
          x[xAt + row * columns + column] += y[yAt + k * columns + column];
        }
      }
    }
  }
}
