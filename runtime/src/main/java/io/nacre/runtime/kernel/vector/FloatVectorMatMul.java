package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Matrix products with the Vector API, each carried out by the calling worker alone. Arguments are
/// checked by the caller.
///
/// B is cut into panels of [FloatPanel#WIDTH] columns and a depth of a few hundred, copied to lie
/// row behind row, and multiplied with all rows of A, read where they lie. Every output stays one
/// chain of fused multiply-adds over ascending k: between two depths it rests in C.
public final class FloatVectorMatMul {
  private static final int L = FloatVector.SPECIES_PREFERRED.length();
  private static final int WIDTH = FloatPanel.WIDTH;

  /// A panel of B: at most 128 KB, in the second-level cache.
  private static final int MOST_DEPTH = 512;

  /// The rows of a copied block of A, or of a block of C^T.
  private static final int BLOCK = 240;

  /// With fewer rows in A, copying B costs more than the scattered reading of B.
  private static final int ROWS_WORTH_A_COPY = 24;

  /// With fewer rows than this and than columns, `A B^T` turns A around instead of B.
  private static final int ROWS_TO_TURN_AROUND = 128;

  private static final int SLOT_A = 1;
  private static final int SLOT_B = 2;

  static {
    FirstCompiler.exclude(FloatTilesOf1.class, FloatTilesOf2.class, FloatTilesOf4.class);
  }

  private FloatVectorMatMul() {}

  /// `C[m,n] = A[m,k] B[k,n]`, added to the old C if `accumulate`.
  public static void nn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    if (!accumulate) {
      clear(m, n, c, cAt, ldc);
    }
    int most = depth(k);
    float[] scratch = panelScratch(worker, most);
    for (int p = 0; p < k; p += most) {
      int depth = Math.min(most, k - p);
      for (int j = 0; j < n; j += WIDTH) {
        rowsByPanel(
            m, Math.min(WIDTH, n - j), depth,
            a, aAt + p, lda,
            b, bAt + p * ldb + j, ldb,
            c, cAt + j, ldc,
            scratch);
      }
    }
  }

  /// `C[m,n] = A[k,m]^T B[k,n]`, added to the old C if `accumulate`.
  public static void tn(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    if (!accumulate) {
      clear(m, n, c, cAt, ldc);
    }
    int most = depth(k);
    float[] scratch = panelScratch(worker, most);
    float[] rows = worker.floats(SLOT_A, Math.min(m, BLOCK) * roundedUp(most));
    for (int p = 0; p < k; p += most) {
      int depth = Math.min(most, k - p);
      int pitch = roundedUp(depth);
      for (int i = 0; i < m; i += BLOCK) {
        int height = Math.min(BLOCK, m - i);
        FloatTranspose.write(
            depth, height,
            a, aAt + p * lda + i, lda,
            rows, 0, pitch, pitch,
            scratch, transposeAt(scratch));
        for (int j = 0; j < n; j += WIDTH) {
          rowsByPanel(
              height, Math.min(WIDTH, n - j), depth,
              rows, 0, pitch,
              b, bAt + p * ldb + j, ldb,
              c, cAt + i * ldc + j, ldc,
              scratch);
        }
      }
    }
  }

  /// `C[m,n] = A[m,k] B[n,k]^T`, added to the old C if `accumulate`.
  public static void nt(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    if (m < n && m < ROWS_TO_TURN_AROUND && k > 0) {
      turnedAround(worker, m, n, k, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, accumulate);
      return;
    }
    if (!accumulate) {
      clear(m, n, c, cAt, ldc);
    }
    int most = depth(k);
    float[] scratch = panelScratch(worker, most);
    for (int p = 0; p < k; p += most) {
      int depth = Math.min(most, k - p);
      for (int j = 0; j < n; j += WIDTH) {
        int width = Math.min(WIDTH, n - j);
        int pitch = FloatPanel.padded(width);
        FloatTranspose.write(
            width, depth,
            b, bAt + j * ldb + p, ldb,
            scratch, 0, pitch, pitch,
            scratch, transposeAt(scratch));
        FloatPanel.multiply(
            m, width, depth,
            a, aAt + p, lda,
            scratch, 0, pitch,
            c, cAt + j, ldc,
            scratch, tileAt(scratch));
      }
    }
  }

  /// As [#nt] by way of `C^T = B A^T`: with few rows in A it is A that is cheap to transpose. C^T
  /// is built in scratch, in blocks, and transposed at the end.
  private static void turnedAround(
      Worker worker,
      int m, int n, int k,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      boolean accumulate) {
    int most = depth(k);
    float[] scratch = panelScratch(worker, most);
    float[] turned = worker.floats(SLOT_A, Math.min(n, BLOCK) * WIDTH);
    for (int i = 0; i < m; i += WIDTH) {
      int width = Math.min(WIDTH, m - i);
      int pitch = FloatPanel.padded(width);
      for (int j = 0; j < n; j += BLOCK) {
        int height = Math.min(BLOCK, n - j);
        int target = cAt + i * ldc + j;
        if (accumulate) {
          FloatTranspose.write(
              width, height,
              c, target, ldc,
              turned, 0, pitch, pitch,
              scratch, transposeAt(scratch));
        } else {
          Arrays.fill(turned, 0, height * pitch, 0);
        }
        for (int p = 0; p < k; p += most) {
          int depth = Math.min(most, k - p);
          FloatTranspose.write(
              width, depth,
              a, aAt + i * lda + p, lda,
              scratch, 0, pitch, pitch,
              scratch, transposeAt(scratch));
          FloatPanel.multiply(
              height, pitch, depth,
              b, bAt + j * ldb + p, ldb,
              scratch, 0, pitch,
              turned, 0, pitch,
              scratch, tileAt(scratch));
        }
        FloatTranspose.write(
            height, width,
            turned, 0, pitch,
            c, target, ldc, height,
            scratch, transposeAt(scratch));
      }
    }
  }

  /// A panel of C from all rows of A, with B copied where that pays or where its last vector is
  /// partial.
  private static void rowsByPanel(
      int rows, int width, int depth,
      float[] a, int aAt, int lda,
      float[] b, int bAt, int ldb,
      float[] c, int cAt, int ldc,
      float[] scratch) {
    int pitch = FloatPanel.padded(width);
    int tileAt = tileAt(scratch);
    if (pitch == width && rows < ROWS_WORTH_A_COPY) {
      FloatPanel.multiply(
          rows, width, depth, a, aAt, lda, b, bAt, ldb, c, cAt, ldc, scratch, tileAt);
      return;
    }
    for (int p = 0; p < depth; p++) {
      copyRow(width, b, bAt + p * ldb, scratch, p * pitch);
      Arrays.fill(scratch, p * pitch + width, (p + 1) * pitch, 0);
    }
    FloatPanel.multiply(
        rows, width, depth, a, aAt, lda, scratch, 0, pitch, c, cAt, ldc, scratch, tileAt);
  }

  private static void copyRow(int width, float[] from, int fromAt, float[] to, int toAt) {
    int j = 0;
    for (; j + L <= width; j += L) {
      FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, from, fromAt + j)
          .intoArray(to, toAt + j);
    }
    for (; j < width; j++) {
      to[toAt + j] = from[fromAt + j];
    }
  }

  private static void clear(int rows, int columns, float[] c, int cAt, int ldc) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(c, cAt + i * ldc, cAt + i * ldc + columns, 0);
    }
  }

  /// k in as few equal parts as [#MOST_DEPTH] allows.
  private static int depth(int k) {
    int parts = Math.max(1, (k + MOST_DEPTH - 1) / MOST_DEPTH);
    return (k + parts - 1) / parts;
  }

  private static int roundedUp(int depth) {
    return (depth + L - 1) / L * L;
  }

  /// A panel of B, and at the end a tile of C and what a transpose needs.
  private static float[] panelScratch(Worker worker, int depth) {
    return worker.floats(
        SLOT_B, depth * WIDTH + FloatPanel.SCRATCH + FloatTranspose.SCRATCH);
  }

  private static int tileAt(float[] scratch) {
    return scratch.length - FloatTranspose.SCRATCH - FloatPanel.SCRATCH;
  }

  private static int transposeAt(float[] scratch) {
    return scratch.length - FloatTranspose.SCRATCH;
  }
}
