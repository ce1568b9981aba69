package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// Chooses between the three ways to convolve; see [ConvolutionKernel] for the formulas.
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
    switch (g.method) {
      case WHOLE -> FloatConvolutionWhole.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
      case DIRECT -> FloatConvolutionDirect.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
      case COLUMNS -> FloatConvolutionColumns.forward(worker, g, n, x, xAt, w, wAt, y, yAt);
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
    switch (g.method) {
      case WHOLE -> FloatConvolutionWhole.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
      case DIRECT -> FloatConvolutionDirect.dataGradient(worker, g, n, dy, dyAt, w, wAt, dx, dxAt);
      case COLUMNS ->
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
    switch (g.method) {
      case WHOLE -> FloatConvolutionWhole.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
      case DIRECT ->
          FloatConvolutionDirect.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
      case COLUMNS ->
          FloatConvolutionColumns.weightGradient(worker, g, n, x, xAt, dy, dyAt, dw, dwAt);
    }
  }
}
