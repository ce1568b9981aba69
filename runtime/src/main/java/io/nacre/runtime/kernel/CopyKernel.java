package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Moves elements from one array to another: transposed, a part of them, or into a part.
///
/// Every worker of the team calls a method with the same arguments and moves its share, so a
/// barrier belongs before whoever reads the result. The arrays must not overlap. Elements keep
/// their bits.
public final class CopyKernel {
  private CopyKernel() {}

  /// Copies what the geometry says for a batch of `n`; `xAt` and `yAt` are where the geometry's two
  /// shapes begin. Nothing else in y is written.
  public static void copy(
      Worker worker, CopyGeometry g, int n, float[] x, int xAt, float[] y, int yAt) {
    FloatCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats.
  public static void copy(
      Worker worker, CopyGeometry g, int n, double[] x, int xAt, double[] y, int yAt) {
    DoubleCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// Overwrites the `size` elements of y with `number`, then copies what the geometry says, with a
  /// barrier between the two.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      float number,
      int size,
      float[] x,
      int xAt,
      float[] y,
      int yAt) {
    FloatCopy.fill(worker, number, size, y, yAt);
    worker.barrier();
    FloatCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      double number,
      int size,
      double[] x,
      int xAt,
      double[] y,
      int yAt) {
    DoubleCopy.fill(worker, number, size, y, yAt);
    worker.barrier();
    DoubleCopy.copy(worker, g, n, x, xAt, y, yAt);
  }
}
