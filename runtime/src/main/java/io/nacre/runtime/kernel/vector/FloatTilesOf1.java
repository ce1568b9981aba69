package io.nacre.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Register tiles of the matrix product that are 1 vector wide: `C += A B` for a few rows of C,
/// with the accumulators in named local variables, since an array of vectors would be boxed. The
/// loop over k is not unrolled: more accumulating operations in its body cost speed.
///
/// `a` holds the rows of A, `lda` apart; `b` the rows of B, `ldb` apart, `c` those of C, `ldc`
/// apart.
final class FloatTilesOf1 {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private FloatTilesOf1() {}

  /// 6 rows of C by 1 vector.
  static void rows6(
      int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc) {
    int a1 = aAt + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    int a4 = a3 + lda;
    int a5 = a4 + lda;
    int c1 = cAt + ldc;
    int c2 = c1 + ldc;
    int c3 = c2 + ldc;
    int c4 = c3 + ldc;
    int c5 = c4 + ldc;
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s40 = FloatVector.fromArray(S, c, c4);
    FloatVector s50 = FloatVector.fromArray(S, c, c5);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      s20 = x2.fma(b0, s20);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      s30 = x3.fma(b0, s30);
      FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
      s40 = x4.fma(b0, s40);
      FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
      s50 = x5.fma(b0, s50);
    }
    s00.intoArray(c, cAt);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
    s40.intoArray(c, c4);
    s50.intoArray(c, c5);
  }

  /// 4 rows of C by 1 vector.
  static void rows4(
      int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc) {
    int a1 = aAt + lda;
    int a2 = a1 + lda;
    int a3 = a2 + lda;
    int c1 = cAt + ldc;
    int c2 = c1 + ldc;
    int c3 = c2 + ldc;
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      s20 = x2.fma(b0, s20);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      s30 = x3.fma(b0, s30);
    }
    s00.intoArray(c, cAt);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
  }

  /// 2 rows of C by 1 vector.
  static void rows2(
      int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc) {
    int a1 = aAt + lda;
    int c1 = cAt + ldc;
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
    }
    s00.intoArray(c, cAt);
    s10.intoArray(c, c1);
  }

  /// 1 row of C by 1 vector.
  static void row(
      int depth,
      float[] a, int aAt,
      float[] b, int bAt, int ldb,
      float[] c, int cAt) {
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
    }
    s00.intoArray(c, cAt);
  }
}
