package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.FloatVectorMatMul;

/// Float's half of [MatMulKernel]: checks the arguments, gives the worker its share of C and calls
/// the vector or the scalar kernel.
final class FloatMatMul {
  private FloatMatMul() {}

  static void nn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    int parts = MatMulSplit.parts(worker, m, n, k);
    int part = worker.part();
    if (part >= parts) {
      return;
    }
    boolean byColumns = MatMulSplit.byColumns(m, n, parts, false);
    int total = byColumns ? n : m;
    int from = MatMulSplit.start(byColumns, total, part, parts);
    int share = MatMulSplit.start(byColumns, total, part + 1, parts) - from;
    int i = byColumns ? 0 : from;
    int j = byColumns ? from : 0;
    nnAlone(
        worker,
        byColumns ? m : share, byColumns ? share : n, k,
        a, aAt + i * lda, lda,
        b, bAt + j, ldb,
        c, cAt + i * ldc + j, ldc,
        accumulate);
  }

  static void nnAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    MatMulArguments.checkSizes(m, n, k);
    MatMulArguments.checkOperand("A", a.length, aAt, m, k, lda);
    MatMulArguments.checkOperand("B", b.length, bAt, k, n, ldb);
    MatMulArguments.checkOperand("C", c.length, cAt, m, n, ldc);
    if (VectorSupport.ENABLED) {
      FloatVectorMatMul.nn(
          worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    } else {
      FloatScalarMatMul.nn(m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    }
  }

  static void nt(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    int parts = MatMulSplit.parts(worker, m, n, k);
    int part = worker.part();
    if (part >= parts) {
      return;
    }
    boolean byColumns = MatMulSplit.byColumns(m, n, parts, false);
    int total = byColumns ? n : m;
    int from = MatMulSplit.start(byColumns, total, part, parts);
    int share = MatMulSplit.start(byColumns, total, part + 1, parts) - from;
    int i = byColumns ? 0 : from;
    int j = byColumns ? from : 0;
    ntAlone(
        worker,
        byColumns ? m : share, byColumns ? share : n, k,
        a, aAt + i * lda, lda,
        b, bAt + j * ldb, ldb,
        c, cAt + i * ldc + j, ldc,
        accumulate);
  }

  static void ntAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    MatMulArguments.checkSizes(m, n, k);
    MatMulArguments.checkOperand("A", a.length, aAt, m, k, lda);
    MatMulArguments.checkOperand("B", b.length, bAt, n, k, ldb);
    MatMulArguments.checkOperand("C", c.length, cAt, m, n, ldc);
    if (VectorSupport.ENABLED) {
      FloatVectorMatMul.nt(
          worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    } else {
      FloatScalarMatMul.nt(worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    }
  }

  static void tn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    int parts = MatMulSplit.parts(worker, m, n, k);
    int part = worker.part();
    if (part >= parts) {
      return;
    }
    boolean byColumns = MatMulSplit.byColumns(m, n, parts, true);
    int total = byColumns ? n : m;
    int from = MatMulSplit.start(byColumns, total, part, parts);
    int share = MatMulSplit.start(byColumns, total, part + 1, parts) - from;
    int i = byColumns ? 0 : from;
    int j = byColumns ? from : 0;
    tnAlone(
        worker,
        byColumns ? m : share, byColumns ? share : n, k,
        a, aAt + i, lda,
        b, bAt + j, ldb,
        c, cAt + i * ldc + j, ldc,
        accumulate);
  }

  static void tnAlone(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    MatMulArguments.checkSizes(m, n, k);
    MatMulArguments.checkOperand("A", a.length, aAt, k, m, lda);
    MatMulArguments.checkOperand("B", b.length, bAt, k, n, ldb);
    MatMulArguments.checkOperand("C", c.length, cAt, m, n, ldc);
    if (VectorSupport.ENABLED) {
      FloatVectorMatMul.tn(
          worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    } else {
      FloatScalarMatMul.tn(m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
    }
  }
}
