package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Float's half of [BatchMatMulKernel]: the rows of all products, one behind the other, are dealt out
/// in even shares, and each piece of a product is one call of [FloatMatMul].
final class FloatBatchMatMul {
  private FloatBatchMatMul() {}

  static void nn(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    int end = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part() + 1);
    int row = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part());
    while (row < end) {
      int matrix = row / m;
      int first = row % m;
      int rows = Math.min(m - first, end - row);
      FloatMatMul.nnAlone(
          worker,
          rows, n, k,
          a, aAt + row * k, k,
          b, bAt + matrix * k * n, n,
          c, cAt + row * n, n,
          false);
      row += rows;
    }
  }

  static void nt(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    int end = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part() + 1);
    int row = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part());
    while (row < end) {
      int matrix = row / m;
      int first = row % m;
      int rows = Math.min(m - first, end - row);
      FloatMatMul.ntAlone(
          worker,
          rows, n, k,
          a, aAt + row * k, k,
          b, bAt + matrix * n * k, k,
          c, cAt + row * n, n,
          false);
      row += rows;
    }
  }

  static void tn(
      Worker worker,
      int count, int m, int n, int k,
      float[] a, int aAt,
      float[] b, int bAt,
      float[] c, int cAt) {
    int end = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part() + 1);
    int row = MatMulSplit.stackedRow(worker, count, m, n, k, worker.part());
    while (row < end) {
      int matrix = row / m;
      int first = row % m;
      int rows = Math.min(m - first, end - row);
      FloatMatMul.tnAlone(
          worker,
          rows, n, k,
          a, aAt + matrix * k * m + first, m,
          b, bAt + matrix * k * n, n,
          c, cAt + row * n, n,
          false);
      row += rows;
    }
  }
}
