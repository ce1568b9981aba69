package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Products of stacks of matrices, one by one: `count` matrices lie behind each other in each array,
/// row by row and without gaps.
///
/// Each product is that of [MatMulKernel], to the bit. Every worker of a step calls a method with
/// the same arguments and computes its share of the rows of all products, for any number of
/// workers the same bits. Nothing but the products is written, and they must not overlap A or B.
/// The worker's scratch slots 1 and 2 are used.
///
/// All throw [IllegalArgumentException] for a negative dimension and [IndexOutOfBoundsException],
/// naming the operand, for a matrix that does not lie in its array.
public final class BatchMatMulKernel {
  private BatchMatMulKernel() {}

  /// `C[m,n] = A[m,k] B[k,n]` for each of the matrices, this worker's share.
  public static void nn(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    FloatBatchMatMul.nn(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T` for each of the matrices, this worker's share.
  public static void nt(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    FloatBatchMatMul.nt(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]` for each of the matrices, this worker's share.
  public static void tn(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    FloatBatchMatMul.tn(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }

  /// `C[m,n] = A[m,k] B[k,n]` for each of the matrices, this worker's share.
  public static void nn(
      Worker worker,
      int count, int m, int n, int k,
      double[] a, int aAt,
      double[] b, int bAt,
      double[] c, int cAt) {
    DoubleBatchMatMul.nn(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }

  /// `C[m,n] = A[m,k] B[n,k]^T` for each of the matrices, this worker's share.
  public static void nt(
      Worker worker,
      int count, int m, int n, int k,
      double[] a, int aAt,
      double[] b, int bAt,
      double[] c, int cAt) {
    DoubleBatchMatMul.nt(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }

  /// `C[m,n] = A[k,m]^T B[k,n]` for each of the matrices, this worker's share.
  public static void tn(
      Worker worker,
      int count, int m, int n, int k,
      double[] a, int aAt,
      double[] b, int bAt,
      double[] c, int cAt) {
    DoubleBatchMatMul.tn(worker, count, m, n, k, a, aAt, b, bAt, c, cAt);
  }
}
