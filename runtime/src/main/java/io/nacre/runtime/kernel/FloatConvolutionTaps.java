package io.nacre.runtime.kernel;

/// One line of kernel taps along one line of the image and of the result, for
/// [FloatConvolutionDirect]. With stride 1 the loops have a form that compiles well.
final class FloatConvolutionTaps {
  private FloatConvolutionTaps() {}

  /// y[o] += w[k] * x[input(o, k)] for all taps k, for each output one FMA chain in their order.
  static void gather(
      ConvolutionAxis axis, float[] x, int xAt, float[] w, int wAt, float[] y, int yAt) {
    int kw = 0;
    for (; kw + 3 <= axis.kernel; kw += 3) {
      addThreeTaps(axis, kw, x, xAt, w, wAt + kw, y, yAt);
    }
    for (; kw < axis.kernel; kw++) {
      addTap(axis, kw, axis.from(kw), axis.to(kw), x, xAt, w[wAt + kw], y, yAt);
    }
  }

  /// Adds what the taps kw to kw + 2 see: together where all three are inside the image, one after the
  /// other at its edges.
  private static void addThreeTaps(
      ConvolutionAxis axis, int kw, float[] x, int xAt, float[] w, int wAt, float[] y, int yAt) {
    int from = Math.max(axis.from(kw), axis.from(kw + 2));
    int to = Math.max(from, Math.min(axis.to(kw), axis.to(kw + 2)));
    for (int tap = kw; tap < kw + 3; tap++) {
      float weight = w[wAt + tap - kw];
      addTap(axis, tap, axis.from(tap), Math.min(from, axis.to(tap)), x, xAt, weight, y, yAt);
      addTap(axis, tap, Math.max(to, axis.from(tap)), axis.to(tap), x, xAt, weight, y, yAt);
    }
    float first = w[wAt];
    float second = w[wAt + 1];
    float third = w[wAt + 2];
    int at = xAt + axis.input(from, kw);
    int dilate = axis.dilate;
    if (axis.stride == 1) {
      for (int i = 0; i < to - from; i++) {
        float sum = Math.fma(first, x[at + i], y[yAt + from + i]);
        sum = Math.fma(second, x[at + dilate + i], sum);
        y[yAt + from + i] = Math.fma(third, x[at + 2 * dilate + i], sum);
      }
    } else {
      for (int o = from; o < to; o++, at += axis.stride) {
        float sum = Math.fma(first, x[at], y[yAt + o]);
        sum = Math.fma(second, x[at + dilate], sum);
        y[yAt + o] = Math.fma(third, x[at + 2 * dilate], sum);
      }
    }
  }

  /// Adds what tap `kw` sees, for the outputs `from` to `to - 1` of a row.
  private static void addTap(
      ConvolutionAxis axis,
      int kw,
      int from,
      int to,
      float[] x,
      int xAt,
      float weight,
      float[] y,
      int yAt) {
    int at = xAt + axis.input(from, kw);
    if (axis.stride == 1) {
      for (int i = 0; i < to - from; i++) {
        y[yAt + from + i] = Math.fma(weight, x[at + i], y[yAt + from + i]);
      }
    } else {
      for (int o = from; o < to; o++, at += axis.stride) {
        y[yAt + o] = Math.fma(weight, x[at], y[yAt + o]);
      }
    }
  }

  /// dx[input(o, k)] += w[k] * dy[o], tap by tap.
  static void scatter(
      ConvolutionAxis axis, float[] dy, int dyAt, float[] w, int wAt, float[] dx, int dxAt) {
    for (int kw = 0; kw < axis.kernel; kw++) {
      float weight = w[wAt + kw];
      int at = dxAt + axis.input(axis.from(kw), kw);
      for (int o = axis.from(kw); o < axis.to(kw); o++, at += axis.stride) {
        dx[at] = Math.fma(weight, dy[dyAt + o], dx[at]);
      }
    }
  }

  /// chains[o] += dy[o] * x[input(o, k)] for one tap k.
  static void multiply(
      ConvolutionAxis axis, int kw, float[] x, int xAt, float[] dy, int dyAt, float[] chains) {
    int from = axis.from(kw);
    int to = axis.to(kw);
    if (axis.stride == 1) {
      int shift = xAt + axis.input(0, kw);
      for (int o = from; o < to; o++) {
        chains[o] = Math.fma(dy[dyAt + o], x[shift + o], chains[o]);
      }
    } else {
      int at = xAt + axis.input(from, kw);
      for (int o = from; o < to; o++, at += axis.stride) {
        chains[o] = Math.fma(dy[dyAt + o], x[at], chains[o]);
      }
    }
  }
}
