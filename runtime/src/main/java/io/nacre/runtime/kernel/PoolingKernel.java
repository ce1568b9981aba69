package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Pooling and its gradient over 1, 2 or 3 spatial axes. With W(o) the inputs in the window of
/// output o, those in the padding left out, and S(o) its size:
///
///     MAX      y[n, c, o] = max over i in W(o) of x[n, c, i]
///     SUM      y[n, c, o] = sum over i in W(o) of x[n, c, i]
///     AVERAGE  y[n, c, o] = (sum over i in W(o) of x[n, c, i]) / S(o)
///     LP       y[n, c, o] = (sum over i in W(o) of x[n, c, i]^p)^(1/p)
///
/// S(o) counts the padding or not, as the geometry says. A window without inputs has the sum 0, the
/// average 0, and the most negative number as its maximum.
///
/// Every worker of the team calls a method with the same arguments and computes its share of the
/// planes [N * C], so a barrier belongs before whoever reads them. The bits do not depend on the
/// number of workers.
public final class PoolingKernel {
  private PoolingKernel() {}

  /// Computes y[N, C, OD, OH, OW] from x[N, C, D, H, W].
  public static void forward(
      Worker worker, PoolingGeometry g, int n, float[] x, int xAt, float[] y, int yAt) {
    FloatPooling.forward(worker, g, n, x, xAt, y, yAt);
  }

  /// As the method for floats.
  public static void forward(
      Worker worker, PoolingGeometry g, int n, double[] x, int xAt, double[] y, int yAt) {
    DoublePooling.forward(worker, g, n, x, xAt, y, yAt);
  }

  /// Overwrites dx[N, C, D, H, W] with the gradient of the image, from x, y and dy[N, C, OD, OH,
  /// OW].
  ///
  /// The gradient of a maximum goes to the first element, in row-major order, that equals it; of a
  /// maximum that is NaN, to none. LP has x^(p-1) / y^(p-1), and 0 where y is 0.
  public static void gradient(
      Worker worker,
      PoolingGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      float[] dy,
      int dyAt,
      float[] dx,
      int dxAt) {
    FloatPooling.gradient(worker, g, n, x, xAt, y, yAt, dy, dyAt, dx, dxAt);
  }

  /// As the method for floats.
  public static void gradient(
      Worker worker,
      PoolingGeometry g,
      int n,
      double[] x,
      int xAt,
      double[] y,
      int yAt,
      double[] dy,
      int dyAt,
      double[] dx,
      int dxAt) {
    DoublePooling.gradient(worker, g, n, x, xAt, y, yAt, dy, dyAt, dx, dxAt);
  }
}
