package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.FloatTranspose;
import java.util.Arrays;

/// Deals out the planes of a copy to the workers in tiles; see [CopyKernel].
final class FloatCopy {
  /// The elements of a tile whose rows are copied one by one.
  private static final int TILE = 8192;

  /// The rows and columns of a tile that is transposed: both sides fit the first-level cache.
  private static final int TURNED = 64;

  /// With fewer rows or columns, vectors would be mostly empty.
  private static final int WORTH_VECTORS = 8;

  /// From this length on a row is copied by the JVM's own routine.
  private static final int LONG_ROW = 16;

  private FloatCopy() {}

  static void copy(
      Worker worker, CopyGeometry g, int n, float[] x, int xAt, float[] y, int yAt) {
    int rows = g.rows.size().at(n);
    int columns = g.columns.size().at(n);
    int width = Math.clamp(columns, 1, g.turned ? TURNED : TILE);
    int height = g.turned ? TURNED : Math.max(1, TILE / width);
    int across = Math.ceilDiv(columns, width);
    int down = Math.ceilDiv(rows, height);
    int tiles = g.planes(n) * down * across;
    for (int tile = worker.from(tiles); tile < worker.to(tiles); tile++) {
      int plane = tile / (down * across);
      int row = tile / across % down * height;
      int column = tile % across * width;
      int source =
          xAt + g.from(n, plane) + row * g.rows.from().at(n) + column * g.columns.from().at(n);
      int target = yAt + g.to(n, plane) + row * g.rows.to().at(n) + column * g.columns.to().at(n);
      tile(
          worker, g, n,
          Math.min(height, rows - row), Math.min(width, columns - column),
          x, source, y, target);
    }
  }

  private static void tile(
      Worker worker, CopyGeometry g, int n,
      int rows, int columns,
      float[] x, int xAt,
      float[] y, int yAt) {
    int xRow = g.rows.from().at(n);
    int yRow = g.rows.to().at(n);
    if (g.contiguous) {
      lines(rows, columns, x, xAt, xRow, y, yAt, yRow);
    } else if (g.turned && VectorSupport.ENABLED && Math.min(rows, columns) >= WORTH_VECTORS) {
      FloatTranspose.write(
          columns, rows,
          x, xAt, g.columns.from().at(n),
          y, yAt, yRow, columns,
          worker.floats(0, FloatTranspose.SCRATCH), 0);
    } else {
      int xColumn = g.columns.from().at(n);
      int yColumn = g.columns.to().at(n);
      elements(rows, columns, x, xAt, xRow, xColumn, y, yAt, yRow, yColumn);
    }
  }

  private static void lines(
      int rows, int columns, float[] x, int xAt, int xRow, float[] y, int yAt, int yRow) {
    for (int row = 0; row < rows; row++) {
      int source = xAt + row * xRow;
      int target = yAt + row * yRow;
      if (columns >= LONG_ROW) {
        System.arraycopy(x, source, y, target, columns);
      } else {
        for (int column = 0; column < columns; column++) {
          y[target + column] = x[source + column];
        }
      }
    }
  }

  /// Element by element, the longer of the two loops inside.
  static void elements(
      int rows, int columns,
      float[] x, int xAt, int xRow, int xColumn,
      float[] y, int yAt, int yRow, int yColumn) {
    if (rows > columns) {
      elements(columns, rows, x, xAt, xColumn, xRow, y, yAt, yColumn, yRow);
      return;
    }
    for (int row = 0; row < rows; row++) {
      int source = xAt + row * xRow;
      int target = yAt + row * yRow;
      for (int column = 0; column < columns; column++) {
        y[target + column * yColumn] = x[source + column * xColumn];
      }
    }
  }

  /// Overwrites `size` elements of y from `yAt` on.
  static void fill(Worker worker, float number, int size, float[] y, int yAt) {
    Arrays.fill(y, yAt + worker.from(size), yAt + worker.to(size), number);
  }
}
