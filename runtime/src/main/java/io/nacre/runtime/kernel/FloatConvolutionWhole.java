package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;

/// A convolution whose kernel covers the whole image: a fully connected layer for each group, with
/// P = 1 position and T = taps inputs.
///
///     y[N, F]  = x[N, T] . w[F, T]^T
///     dx[N, T] = dy[N, F] . w[F, T]
///     dw[F, T] = dy[N, F]^T . x[N, T]
///
/// The workers share the filters of y, and the taps of dx and dw.
final class FloatConvolutionWhole {
  private FloatConvolutionWhole() {}

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
    int last = worker.to(g.filters);
    for (int from = worker.from(g.filters), to; from < last; from = to) {
      int group = from / g.groupFilters;
      to = Math.min(last, (group + 1) * g.groupFilters);
      int image = xAt + group * g.taps;
      int filter = wAt + from * g.taps;
      MatMulKernel.ntAlone(
          worker, n, to - from, g.taps, x, image, g.channels * g.inputs, w, filter, g.taps, y,
          yAt + from, g.filters, false);
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
    int last = worker.to(g.groups * g.taps);
    for (int from = worker.from(g.groups * g.taps), to; from < last; from = to) {
      int group = from / g.taps;
      to = Math.min(last, (group + 1) * g.taps);
      int gradient = dyAt + group * g.groupFilters;
      int weight = wAt + group * g.groupFilters * g.taps + from % g.taps;
      MatMulKernel.nnAlone(
          worker, n, to - from, g.groupFilters, dy, gradient, g.filters, w, weight, g.taps, dx,
          dxAt + from, g.channels * g.inputs, false);
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
    int last = worker.to(g.groups * g.taps);
    for (int from = worker.from(g.groups * g.taps), to; from < last; from = to) {
      int group = from / g.taps;
      to = Math.min(last, (group + 1) * g.taps);
      int gradient = dyAt + group * g.groupFilters;
      int weight = dwAt + group * g.groupFilters * g.taps + from % g.taps;
      MatMulKernel.tnAlone(
          worker, g.groupFilters, to - from, n, dy, gradient, g.filters, x, xAt + from,
          g.channels * g.inputs, dw, weight, g.taps, false);
    }
  }
}
