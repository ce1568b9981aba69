package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// Matrix products without the Vector API: the reference that the vector kernels must match bit for
/// bit, and what runs where the vector module is missing.
///
/// Every output is one chain of fused multiply-adds over ascending k. The innermost loop runs along
/// a row of B and C, so the compiler may vectorise it without touching that order.
final class FloatScalarMatMul {
  /// Columns and rows of the piece of B^T that [#nt] turns around at a time, to stay in the cache.
  private static final int PIECE_COLUMNS = 64;

  private static final int PIECE_DEPTH = 256;

  private FloatScalarMatMul() {}

  /// `C[m,n] = A[m,k] B[k,n]`, added to the old C if `accumulate`.
  static void nn(
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    for (int i = 0; i < m; i++) {
      int row = cAt + i * ldc;
      if (!accumulate) {
        Arrays.fill(c, row, row + n, 0);
      }
      for (int p = 0; p < k; p++) {
        addMultiple(n, a[aAt + i * lda + p], b, bAt + p * ldb, c, row);
      }
    }
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, added to the old C if `accumulate`.
  static void tn(
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    for (int i = 0; i < m; i++) {
      int row = cAt + i * ldc;
      if (!accumulate) {
        Arrays.fill(c, row, row + n, 0);
      }
      for (int p = 0; p < k; p++) {
        addMultiple(n, a[aAt + p * lda + i], b, bAt + p * ldb, c, row);
      }
    }
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, added to the old C if `accumulate`. B^T is written out piece by
  /// piece, which makes the rest an [#nn].
  static void nt(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    if (k == 0) {
      nn(m, n, 0, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
      return;
    }
    float[] piece = worker.floats(2, PIECE_COLUMNS * PIECE_DEPTH);
    for (int j = 0; j < n; j += PIECE_COLUMNS) {
      int columns = Math.min(PIECE_COLUMNS, n - j);
      for (int p = 0; p < k; p += PIECE_DEPTH) {
        int depth = Math.min(PIECE_DEPTH, k - p);
        transpose(columns, depth, b, bAt + j * ldb + p, ldb, piece);
        nn(
            m, columns, depth,
            a, aAt + p, lda,
            piece, 0, PIECE_COLUMNS,
            c, cAt + j, ldc,
            accumulate || p > 0);
      }
    }
  }

  private static void addMultiple(int n, float factor, float[] b, int bAt, float[] c, int cAt) {
    for (int j = 0; j < n; j++) {
      c[cAt + j] = Math.fma(factor, b[bAt + j], c[cAt + j]);
    }
  }

  private static void transpose(
      int columns, int depth, float[] b, int bAt, int ldb, float[] piece) {
    for (int j = 0; j < columns; j++) {
      for (int p = 0; p < depth; p++) {
        piece[p * PIECE_COLUMNS + j] = b[bAt + j * ldb + p];
      }
    }
  }
}
