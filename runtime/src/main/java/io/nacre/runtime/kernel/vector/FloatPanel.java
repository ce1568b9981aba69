package io.nacre.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;

/// A panel of the matrix product: a block of columns as wide as the widest register tile, by any
/// number of rows. Chooses the tiles, and a detour over scratch where C is not a whole number of
/// vectors wide.
final class FloatPanel {
  private static final int L = FloatVector.SPECIES_PREFERRED.length();

  /// With 16 registers (256-bit vectors without AVX-512) a tile of 6 x 4 would not fit.
  private static final int VECTORS = FloatVector.SPECIES_PREFERRED.vectorBitSize() == 256 ? 2 : 4;

  /// The columns of a whole panel.
  static final int WIDTH = VECTORS * L;

  private static final int ROWS = 6;

  /// How many elements of scratch [#multiply] needs.
  static final int SCRATCH = ROWS * WIDTH;

  private FloatPanel() {}

  /// How many columns of B must be there, zeros if need be, for `columns` columns of C.
  static int padded(int columns) {
    return columns <= L ? L : columns <= 2 * L ? 2 * L : WIDTH;
  }

  /// `C[rows,columns] += A[rows,depth] B[depth,padded(columns)]`, for at most [#WIDTH] columns.
  static void multiply(
      int rows, int columns, int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      float[] scratch, int scratchAt) {
    int width = padded(columns);
    int height;
    for (int i = 0; i < rows; i += height) {
      height = height(rows - i);
      int source = aAt + i * lda;
      int target = cAt + i * ldc;
      if (columns == width) {
        tile(height, width, depth, a, source, lda, b, bAt, ldb, c, target, ldc);
      } else {
        copy(height, columns, c, target, ldc, scratch, scratchAt, width);
        tile(height, width, depth, a, source, lda, b, bAt, ldb, scratch, scratchAt, width);
        copy(height, columns, scratch, scratchAt, width, c, target, ldc);
      }
    }
  }

  private static int height(int left) {
    return left >= ROWS ? ROWS : left >= 4 ? 4 : left >= 2 ? 2 : 1;
  }

  private static void tile(
      int height, int width, int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc) {
    if (width == L) {
      switch (height) {
        case 6 -> FloatTilesOf1.rows6(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 4 -> FloatTilesOf1.rows4(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 2 -> FloatTilesOf1.rows2(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        default -> FloatTilesOf1.row(depth, a, aAt, b, bAt, ldb, c, cAt);
      }
    } else if (width == 2 * L) {
      switch (height) {
        case 6 -> FloatTilesOf2.rows6(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 4 -> FloatTilesOf2.rows4(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 2 -> FloatTilesOf2.rows2(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        default -> FloatTilesOf2.row(depth, a, aAt, b, bAt, ldb, c, cAt);
      }
    } else {
      switch (height) {
        case 6 -> FloatTilesOf4.rows6(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 4 -> FloatTilesOf4.rows4(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        case 2 -> FloatTilesOf4.rows2(depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        default -> FloatTilesOf4.row(depth, a, aAt, b, bAt, ldb, c, cAt);
      }
    }
  }

  private static void copy(
      int rows, int columns,
      float[] from, int fromAt, int fromRow,
      float[] to, int toAt, int toRow) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        to[toAt + i * toRow + j] = from[fromAt + i * fromRow + j];
      }
    }
  }
}
