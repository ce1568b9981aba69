package io.nacre.runtime.kernel;

/// LP pooling of one plane: y = (sum of x^p)^(1/p), dx = dy (x / y)^(p-1), for p = 1, 2 or 3.
final class FloatPoolingNorm {
  private FloatPoolingNorm() {}

  static void forward(PoolingGeometry g, float[] x, int xAt, float[] y, int yAt) {
    if (g.power == 1) {
      FloatPoolingSum.forward(g, x, xAt, y, yAt);
      return;
    }
    int at = yAt;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++) {
        for (int ow = 0; ow < g.width.output; ow++, at++) {
          y[at] = root(g.power, sumOfPowers(g, od, oh, ow, x, xAt));
        }
      }
    }
  }

  @SuppressWarnings("cast") // the twin for doubles does not need it
  private static float root(int power, float sum) {
    return (float) (power == 2 ? Math.sqrt(sum) : StrictMath.cbrt(sum));
  }

  private static float sumOfPowers(PoolingGeometry g, int od, int oh, int ow, float[] x, int xAt) {
    int from = g.width.from(ow);
    int to = g.width.to(ow);
    float sum = 0;
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = xAt + (d * g.height.input + h) * g.width.input;
        for (int i = line + from; i < line + to; i++) {
          float factor = g.power == 2 ? x[i] : x[i] * x[i];
          sum = Math.fma(factor, x[i], sum);
        }
      }
    }
    return sum;
  }

  /// Adds the gradient to dx[D, H, W], which holds zeros.
  static void gradient(
      PoolingGeometry g,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      float[] dy,
      int dyAt,
      float[] dx,
      int dxAt) {
    if (g.power == 1) {
      FloatPoolingSum.gradient(g, dy, dyAt, dx, dxAt);
      return;
    }
    int at = 0;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++) {
        for (int ow = 0; ow < g.width.output; ow++, at++) {
          float norm = y[yAt + at];
          if (norm != 0) {
            spread(g, od, oh, ow, norm, dy[dyAt + at], x, xAt, dx, dxAt);
          }
        }
      }
    }
  }

  private static void spread(
      PoolingGeometry g,
      int od,
      int oh,
      int ow,
      float norm,
      float gradient,
      float[] x,
      int xAt,
      float[] dx,
      int dxAt) {
    int from = g.width.from(ow);
    int to = g.width.to(ow);
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = (d * g.height.input + h) * g.width.input;
        for (int i = line + from; i < line + to; i++) {
          float ratio = x[xAt + i] / norm;
          dx[dxAt + i] += g.power == 2 ? gradient * ratio : gradient * ratio * ratio;
        }
      }
    }
  }
}
