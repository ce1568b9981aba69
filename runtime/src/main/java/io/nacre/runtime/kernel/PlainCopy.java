package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Copies of arrays that no kernel computes with, row by row; see [CopyKernel].
final class PlainCopy {
  private PlainCopy() {}

  /// @param x an array of the same primitive type as y
  static void copy(Worker worker, CopyGeometry g, int n, Object x, int xAt, Object y, int yAt) {
    int rows = g.rows.size().at(n);
    int columns = g.columns.size().at(n);
    int xColumn = g.columns.from().at(n);
    int yColumn = g.columns.to().at(n);
    int all = g.planes(n) * rows;
    for (int i = worker.from(all); i < worker.to(all); i++) {
      int plane = i / rows;
      int row = i % rows;
      int source = xAt + g.from(n, plane) + row * g.rows.from().at(n);
      int target = yAt + g.to(n, plane) + row * g.rows.to().at(n);
      if (g.contiguous) {
        System.arraycopy(x, source, y, target, columns);
      } else {
        row(columns, x, source, xColumn, y, target, yColumn);
      }
    }
  }

  private static void row(
      int columns, Object x, int xAt, int xColumn, Object y, int yAt, int yColumn) {
    switch (x) {
      case short[] from -> {
        short[] to = (short[]) y;
        for (int column = 0; column < columns; column++) {
          to[yAt + column * yColumn] = from[xAt + column * xColumn];
        }
      }
      case byte[] from -> {
        byte[] to = (byte[]) y;
        for (int column = 0; column < columns; column++) {
          to[yAt + column * yColumn] = from[xAt + column * xColumn];
        }
      }
      case int[] from -> {
        int[] to = (int[]) y;
        for (int column = 0; column < columns; column++) {
          to[yAt + column * yColumn] = from[xAt + column * xColumn];
        }
      }
      case long[] from -> {
        long[] to = (long[]) y;
        for (int column = 0; column < columns; column++) {
          to[yAt + column * yColumn] = from[xAt + column * xColumn];
        }
      }
      default -> throw new IllegalArgumentException(x.getClass().toString());
    }
  }
}
