package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Convolution without bias, and its two gradients, over 1, 2 or 3 spatial axes.
///
/// With sample n, filter f, group q = f / (F/groups), its channel c < C/groups, and i = the input
/// under tap k of output o, that is i = o * stride - pad + k * dilate on each axis (0 in the
/// padding):
///
///     y[n, f, o]  = sum over c, k of w[f, c, k] * x[n, q * C/groups + c, i(o, k)]
///     dx[n, c, i] = sum over f, k with i(o, k) = i of w[f, c, k] * dy[n, f, o]
///     dw[f, c, k] = sum over n, o of dy[n, f, o] * x[n, q * C/groups + c, i(o, k)]
///
/// Every worker of the team calls a method with the same arguments and computes its share of the
/// results, so a barrier belongs before whoever reads them. The bits do not depend on the number of
/// workers. The worker's scratch array 0 is used, and those of [MatMulKernel].
public final class ConvolutionKernel {
  private ConvolutionKernel() {}

  /// Computes y[N, F, OD, OH, OW] from x[N, C, D, H, W] and w[F, C/groups, KD, KH, KW].
  ///
  /// @param n the number of samples, at least 1
  public static void forward(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] w,
      int wAt,
      float[] y,
      int yAt) {
    FloatConvolution.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
  }

  /// As the method for floats.
  public static void forward(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      double[] x,
      int xAt,
      double[] w,
      int wAt,
      double[] y,
      int yAt) {
    DoubleConvolution.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
  }

  /// Overwrites dx[N, C, D, H, W] with the gradient of the image, from dy[N, F, OD, OH, OW] and w.
  ///
  /// @param n the number of samples, at least 1
  public static void dataGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] dy,
      int dyAt,
      float[] w,
      int wAt,
      float[] dx,
      int dxAt) {
    FloatConvolution.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
  }

  /// As the method for floats.
  public static void dataGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      double[] dy,
      int dyAt,
      double[] w,
      int wAt,
      double[] dx,
      int dxAt) {
    DoubleConvolution.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
  }

  /// Overwrites dw[F, C/groups, KD, KH, KW] with the gradient of the weights, from x and dy.
  ///
  /// @param n the number of samples, at least 1
  public static void weightGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] dy,
      int dyAt,
      float[] dw,
      int dwAt) {
    FloatConvolution.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
  }

  /// As the method for floats.
  public static void weightGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      double[] x,
      int xAt,
      double[] dy,
      int dyAt,
      double[] dw,
      int dwAt) {
    DoubleConvolution.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
  }
}
