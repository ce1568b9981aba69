package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Products of matrices that lie in arrays, row by row: `C = A B`, or `C += A B` if `accumulate`.
///
/// `m x n` is the size of C and k the length of the sums. Each operand is given as an array, the
/// index of its first element and the distance of two rows, which may exceed the row. Nothing
/// outside the `m x n` elements of C is written; C must not overlap A or B. Dimensions may be 0:
/// with `k = 0`, C becomes 0 or stays.
///
/// Every output is *one* chain of fused multiply-adds over ascending k that starts from 0, or from
/// the old C; that fixes its bits, for any number of workers and with or without vector code (of a
/// NaN, only that it is one).
///
/// [#nn], [#nt] and [#tn] are called by every worker of a step, with the same arguments, and each
/// fills its share of C. The others, [#nnAlone], [#ntAlone] and [#tnAlone], are for a worker that
/// wants a whole product for itself. All use the worker's scratch slots 1 and 2.
///
/// All throw [IllegalArgumentException] for a negative dimension or rows that overlap, and
/// [IndexOutOfBoundsException], naming the operand, for one that does not lie in its array.
public final class MatMulKernel {
  private MatMulKernel() {}

  /// `C[m,n] = A[m,k] B[k,n]`, this worker's share.
  public static void nn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.nn(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[k,n]`, by the calling worker alone.
  public static void nnAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.nnAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, this worker's share.
  public static void nt(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.nt(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, by the calling worker alone.
  public static void ntAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.ntAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, this worker's share.
  public static void tn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.tn(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, by the calling worker alone.
  public static void tnAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    FloatMatMul.tnAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[k,n]`, this worker's share.
  public static void nn(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.nn(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[k,n]`, by the calling worker alone.
  public static void nnAlone(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.nnAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, this worker's share.
  public static void nt(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.nt(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, by the calling worker alone.
  public static void ntAlone(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.ntAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, this worker's share.
  public static void tn(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.tn(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, by the calling worker alone.
  public static void tnAlone(
      Worker worker,
      int m, int n, int k,
      double[] a, int aAt, int lda,
      double[] b, int bAt, int ldb,
      double[] c, int cAt, int ldc,
      boolean accumulate) {
    DoubleMatMul.tnAlone(
        worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
  }
}
