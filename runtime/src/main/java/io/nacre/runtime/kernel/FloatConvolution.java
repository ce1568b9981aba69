package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Chooses how to convolve, by the geometry alone; see [ConvolutionKernel] for the formulas.
final class FloatConvolution {
  private FloatConvolution() {}

  static void forward(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] w,
      int wAt,
      float[] y,
      int yAt) {
    if (g.isWhole()) {
      FloatConvolutionWhole.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
    } else {
      FloatConvolutionColumns.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
    }
  }

  static void dataGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] dy,
      int dyAt,
      float[] w,
      int wAt,
      float[] dx,
      int dxAt) {
    if (g.isWhole()) {
      FloatConvolutionWhole.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
    } else {
      FloatConvolutionColumns.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
    }
  }

  static void weightGradient(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      float[] x,
      int xAt,
      float[] dy,
      int dyAt,
      float[] dw,
      int dwAt) {
    if (g.isWhole()) {
      FloatConvolutionWhole.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
    } else if (g.groupFilters == 1) {
      FloatConvolutionDots.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
    } else {
      FloatConvolutionColumns.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
    }
  }
}
