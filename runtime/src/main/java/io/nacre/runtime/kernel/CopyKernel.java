package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

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

  /// As the method for floats, for float16 numbers.
  public static void copy(
      Worker worker, CopyGeometry g, int n, short[] x, int xAt, short[] y, int yAt) {
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for float16 numbers.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      float number,
      int size,
      short[] x,
      int xAt,
      short[] y,
      int yAt) {
    Arrays.fill(y, yAt + worker.from(size), yAt + worker.to(size), Float.floatToFloat16(number));
    worker.barrier();
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int8 and uint8 numbers.
  public static void copy(
      Worker worker, CopyGeometry g, int n, byte[] x, int xAt, byte[] y, int yAt) {
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int8 and uint8 numbers.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      int number,
      int size,
      byte[] x,
      int xAt,
      byte[] y,
      int yAt) {
    Arrays.fill(y, yAt + worker.from(size), yAt + worker.to(size), (byte) number);
    worker.barrier();
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int32 numbers.
  public static void copy(
      Worker worker, CopyGeometry g, int n, int[] x, int xAt, int[] y, int yAt) {
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int32 numbers.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      int number,
      int size,
      int[] x,
      int xAt,
      int[] y,
      int yAt) {
    Arrays.fill(y, yAt + worker.from(size), yAt + worker.to(size), number);
    worker.barrier();
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int64 numbers.
  public static void copy(
      Worker worker, CopyGeometry g, int n, long[] x, int xAt, long[] y, int yAt) {
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats, for int64 numbers.
  public static void pad(
      Worker worker,
      CopyGeometry g,
      int n,
      long number,
      int size,
      long[] x,
      int xAt,
      long[] y,
      int yAt) {
    Arrays.fill(y, yAt + worker.from(size), yAt + worker.to(size), number);
    worker.barrier();
    PlainCopy.copy(worker, g, n, x, xAt, y, yAt);
  }
}
