package io.nacre.runtime.kernel;

/// Sum and average pooling of one plane. The elements of a window's line are added up first, in
/// four sums when there are many, then the lines: the same order always.
final class FloatPoolingSum {
  /// From this length on the additions of one line no longer wait for each other.
  private static final int LONG_LINE = 8;

  private FloatPoolingSum() {}

  static void forward(PoolingGeometry g, float[] x, int xAt, float[] y, int yAt) {
    int at = yAt;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++) {
        for (int ow = 0; ow < g.width.output; ow++, at++) {
          y[at] = g.isEmpty(od, oh, ow) ? 0 : sum(g, od, oh, ow, x, xAt) / g.divisor(od, oh, ow);
        }
      }
    }
  }

  private static float sum(PoolingGeometry g, int od, int oh, int ow, float[] x, int xAt) {
    int from = g.width.from(ow);
    int to = g.width.to(ow);
    float sum = 0;
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = xAt + (d * g.height.input + h) * g.width.input;
        sum += line(x, line + from, line + to);
      }
    }
    return sum;
  }

  private static float line(float[] x, int from, int to) {
    float sum = 0;
    int i = from;
    if (to - from >= LONG_LINE) {
      float second = 0;
      float third = 0;
      float fourth = 0;
      for (; i <= to - 4; i += 4) {
        sum += x[i];
        second += x[i + 1];
        third += x[i + 2];
        fourth += x[i + 3];
      }
      sum = (sum + second) + (third + fourth);
    }
    for (; i < to; i++) {
      sum += x[i];
    }
    return sum;
  }

  /// Adds the gradient to dx[D, H, W], which holds zeros.
  static void gradient(PoolingGeometry g, float[] dy, int dyAt, float[] dx, int dxAt) {
    int at = dyAt;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++) {
        for (int ow = 0; ow < g.width.output; ow++, at++) {
          if (!g.isEmpty(od, oh, ow)) {
            spread(g, od, oh, ow, dy[at] / g.divisor(od, oh, ow), dx, dxAt);
          }
        }
      }
    }
  }

  private static void spread(
      PoolingGeometry g, int od, int oh, int ow, float share, float[] dx, int dxAt) {
    int from = g.width.from(ow);
    int to = g.width.to(ow);
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = dxAt + (d * g.height.input + h) * g.width.input;
        for (int i = line + from; i < line + to; i++) {
          dx[i] += share;
        }
      }
    }
  }
}
