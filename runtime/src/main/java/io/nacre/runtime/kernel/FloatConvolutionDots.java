package io.nacre.runtime.kernel;

import io.nacre.runtime.Worker;
import java.util.Arrays;

/// The gradient of the weights where a group has one filter, as in a depthwise convolution: a
/// matrix product would have one row, so each weight is a dot product of its own,
///
///     dw[f, t] = sum over samples of dy[f, P] . u[t, P]
///
/// with the column matrix u. It is kept in 8 partial sums over samples and positions, one FMA chain
/// each, that are added at the end. The workers share the weights.
final class FloatConvolutionDots {
  private static final int CHAINS = 8;

  private FloatConvolutionDots() {}

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
    int last = worker.to(g.filters * g.taps);
    for (int from = worker.from(g.filters * g.taps), to; from < last; from = to) {
      int filter = from / g.taps;
      to = Math.min(last, (filter + 1) * g.taps);
      int image = xAt + filter * g.groupChannels * g.inputs;
      int gradient = dyAt + filter * g.positions;
      sumOverSamples(
          worker, g, n, from % g.taps, to - from, x, image, dy, gradient, dw, dwAt + from);
    }
  }

  /// Computes the gradient of `taps` weights of one filter, from `tap` on.
  private static void sumOverSamples(
      Worker worker,
      ConvolutionGeometry g,
      int n,
      int tap,
      int taps,
      float[] x,
      int xAt,
      float[] dy,
      int dyAt,
      float[] dw,
      int dwAt) {
    int chainsAt = g.columnScratch();
    float[] columns = worker.floats(0, chainsAt + g.taps * CHAINS);
    Arrays.fill(columns, chainsAt, chainsAt + taps * CHAINS, 0);
    for (int sample = 0; sample < n; sample++) {
      int image = xAt + sample * g.channels * g.inputs;
      int gradient = dyAt + sample * g.filters * g.positions;
      for (int position = 0; position < g.positions; position += g.tile) {
        int size = Math.min(g.tile, g.positions - position);
        FloatConvolutionFolding.unfold(g, tap, taps, position, size, x, image, columns);
        for (int row = 0; row < taps; row++) {
          int chains = chainsAt + row * CHAINS;
          addProducts(dy, gradient + position, columns, row * size, size, chains);
        }
      }
    }
    for (int row = 0; row < taps; row++) {
      dw[dwAt + row] = total(columns, chainsAt + row * CHAINS);
    }
  }

  /// Adds a dot product of length `size` to the partial sums at `chains`.
  private static void addProducts(
      float[] a, int aAt, float[] b, int bAt, int size, int chains) {
    float s0 = b[chains];
    float s1 = b[chains + 1];
    float s2 = b[chains + 2];
    float s3 = b[chains + 3];
    float s4 = b[chains + 4];
    float s5 = b[chains + 5];
    float s6 = b[chains + 6];
    float s7 = b[chains + 7];
    int i = 0;
    for (; i <= size - CHAINS; i += CHAINS) {
      s0 = Math.fma(a[aAt + i], b[bAt + i], s0);
      s1 = Math.fma(a[aAt + i + 1], b[bAt + i + 1], s1);
      s2 = Math.fma(a[aAt + i + 2], b[bAt + i + 2], s2);
      s3 = Math.fma(a[aAt + i + 3], b[bAt + i + 3], s3);
      s4 = Math.fma(a[aAt + i + 4], b[bAt + i + 4], s4);
      s5 = Math.fma(a[aAt + i + 5], b[bAt + i + 5], s5);
      s6 = Math.fma(a[aAt + i + 6], b[bAt + i + 6], s6);
      s7 = Math.fma(a[aAt + i + 7], b[bAt + i + 7], s7);
    }
    for (; i < size; i++) {
      s0 = Math.fma(a[aAt + i], b[bAt + i], s0);
    }
    b[chains] = s0;
    b[chains + 1] = s1;
    b[chains + 2] = s2;
    b[chains + 3] = s3;
    b[chains + 4] = s4;
    b[chains + 5] = s5;
    b[chains + 6] = s6;
    b[chains + 7] = s7;
  }

  private static float total(float[] b, int chains) {
    float low = (b[chains] + b[chains + 4]) + (b[chains + 2] + b[chains + 6]);
    float high = (b[chains + 1] + b[chains + 5]) + (b[chains + 3] + b[chains + 7]);
    return low + high;
  }
}
