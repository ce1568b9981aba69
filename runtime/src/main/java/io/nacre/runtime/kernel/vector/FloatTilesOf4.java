package io.nacre.runtime.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Register tiles of the matrix product that are 4 vectors wide: `C += A B` for a few rows of C,
/// with the accumulators in named local variables, since an array of vectors would be boxed. The
/// loop over k is not unrolled: more accumulating operations in its body cost speed.
///
/// `a` holds the rows of A, `lda` apart; `b` the rows of B, `ldb` apart, `c` those of C, `ldc`
/// apart.
final class FloatTilesOf4 {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private FloatTilesOf4() {}

  /// 6 rows of C by 4 vectors.
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
    FloatVector s01 = FloatVector.fromArray(S, c, cAt + L);
    FloatVector s02 = FloatVector.fromArray(S, c, cAt + 2 * L);
    FloatVector s03 = FloatVector.fromArray(S, c, cAt + 3 * L);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s11 = FloatVector.fromArray(S, c, c1 + L);
    FloatVector s12 = FloatVector.fromArray(S, c, c1 + 2 * L);
    FloatVector s13 = FloatVector.fromArray(S, c, c1 + 3 * L);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s21 = FloatVector.fromArray(S, c, c2 + L);
    FloatVector s22 = FloatVector.fromArray(S, c, c2 + 2 * L);
    FloatVector s23 = FloatVector.fromArray(S, c, c2 + 3 * L);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s31 = FloatVector.fromArray(S, c, c3 + L);
    FloatVector s32 = FloatVector.fromArray(S, c, c3 + 2 * L);
    FloatVector s33 = FloatVector.fromArray(S, c, c3 + 3 * L);
    FloatVector s40 = FloatVector.fromArray(S, c, c4);
    FloatVector s41 = FloatVector.fromArray(S, c, c4 + L);
    FloatVector s42 = FloatVector.fromArray(S, c, c4 + 2 * L);
    FloatVector s43 = FloatVector.fromArray(S, c, c4 + 3 * L);
    FloatVector s50 = FloatVector.fromArray(S, c, c5);
    FloatVector s51 = FloatVector.fromArray(S, c, c5 + L);
    FloatVector s52 = FloatVector.fromArray(S, c, c5 + 2 * L);
    FloatVector s53 = FloatVector.fromArray(S, c, c5 + 3 * L);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector b1 = FloatVector.fromArray(S, b, row + L);
      FloatVector b2 = FloatVector.fromArray(S, b, row + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, row + 3 * L);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      s42 = x4.fma(b2, s42);
      s43 = x4.fma(b3, s43);
      FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      s52 = x5.fma(b2, s52);
      s53 = x5.fma(b3, s53);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + L);
    s02.intoArray(c, cAt + 2 * L);
    s03.intoArray(c, cAt + 3 * L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s12.intoArray(c, c1 + 2 * L);
    s13.intoArray(c, c1 + 3 * L);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + L);
    s22.intoArray(c, c2 + 2 * L);
    s23.intoArray(c, c2 + 3 * L);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + L);
    s32.intoArray(c, c3 + 2 * L);
    s33.intoArray(c, c3 + 3 * L);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + L);
    s42.intoArray(c, c4 + 2 * L);
    s43.intoArray(c, c4 + 3 * L);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + L);
    s52.intoArray(c, c5 + 2 * L);
    s53.intoArray(c, c5 + 3 * L);
  }

  /// 4 rows of C by 4 vectors.
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
    FloatVector s01 = FloatVector.fromArray(S, c, cAt + L);
    FloatVector s02 = FloatVector.fromArray(S, c, cAt + 2 * L);
    FloatVector s03 = FloatVector.fromArray(S, c, cAt + 3 * L);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s11 = FloatVector.fromArray(S, c, c1 + L);
    FloatVector s12 = FloatVector.fromArray(S, c, c1 + 2 * L);
    FloatVector s13 = FloatVector.fromArray(S, c, c1 + 3 * L);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s21 = FloatVector.fromArray(S, c, c2 + L);
    FloatVector s22 = FloatVector.fromArray(S, c, c2 + 2 * L);
    FloatVector s23 = FloatVector.fromArray(S, c, c2 + 3 * L);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s31 = FloatVector.fromArray(S, c, c3 + L);
    FloatVector s32 = FloatVector.fromArray(S, c, c3 + 2 * L);
    FloatVector s33 = FloatVector.fromArray(S, c, c3 + 3 * L);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector b1 = FloatVector.fromArray(S, b, row + L);
      FloatVector b2 = FloatVector.fromArray(S, b, row + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, row + 3 * L);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + L);
    s02.intoArray(c, cAt + 2 * L);
    s03.intoArray(c, cAt + 3 * L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s12.intoArray(c, c1 + 2 * L);
    s13.intoArray(c, c1 + 3 * L);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + L);
    s22.intoArray(c, c2 + 2 * L);
    s23.intoArray(c, c2 + 3 * L);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + L);
    s32.intoArray(c, c3 + 2 * L);
    s33.intoArray(c, c3 + 3 * L);
  }

  /// 2 rows of C by 4 vectors.
  static void rows2(
      int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc) {
    int a1 = aAt + lda;
    int c1 = cAt + ldc;
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    FloatVector s01 = FloatVector.fromArray(S, c, cAt + L);
    FloatVector s02 = FloatVector.fromArray(S, c, cAt + 2 * L);
    FloatVector s03 = FloatVector.fromArray(S, c, cAt + 3 * L);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s11 = FloatVector.fromArray(S, c, c1 + L);
    FloatVector s12 = FloatVector.fromArray(S, c, c1 + 2 * L);
    FloatVector s13 = FloatVector.fromArray(S, c, c1 + 3 * L);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector b1 = FloatVector.fromArray(S, b, row + L);
      FloatVector b2 = FloatVector.fromArray(S, b, row + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, row + 3 * L);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + L);
    s02.intoArray(c, cAt + 2 * L);
    s03.intoArray(c, cAt + 3 * L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s12.intoArray(c, c1 + 2 * L);
    s13.intoArray(c, c1 + 3 * L);
  }

  /// 1 row of C by 4 vectors.
  static void row(
      int depth,
      float[] a, int aAt,
      float[] b, int bAt, int ldb,
      float[] c, int cAt) {
    FloatVector s00 = FloatVector.fromArray(S, c, cAt);
    FloatVector s01 = FloatVector.fromArray(S, c, cAt + L);
    FloatVector s02 = FloatVector.fromArray(S, c, cAt + 2 * L);
    FloatVector s03 = FloatVector.fromArray(S, c, cAt + 3 * L);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector b0 = FloatVector.fromArray(S, b, row);
      FloatVector b1 = FloatVector.fromArray(S, b, row + L);
      FloatVector b2 = FloatVector.fromArray(S, b, row + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, row + 3 * L);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + L);
    s02.intoArray(c, cAt + 2 * L);
    s03.intoArray(c, cAt + 3 * L);
  }
}
