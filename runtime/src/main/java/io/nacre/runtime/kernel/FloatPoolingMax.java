package io.nacre.runtime.kernel;

/// Max pooling of one plane; windows of 2x2 inputs side by side have loops of their own.
final class FloatPoolingMax {
  private FloatPoolingMax() {}

  static void forward(PoolingGeometry g, float[] x, int xAt, float[] y, int yAt) {
    int at = yAt;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++, at += g.width.output) {
        if (isHalving(g, od, oh)) {
          int line = g.depth.from(od) * g.height.input + g.height.from(oh);
          halve(g, x, xAt + line * g.width.input, y, at);
        } else {
          row(g, od, oh, x, xAt, y, at);
        }
      }
    }
  }

  private static boolean isHalving(PoolingGeometry g, int od, int oh) {
    return g.width.isHalving()
        && g.height.to(oh) - g.height.from(oh) == 2
        && g.depth.to(od) - g.depth.from(od) == 1;
  }

  private static void halve(PoolingGeometry g, float[] x, int xAt, float[] y, int yAt) {
    int upper = xAt;
    int lower = xAt + g.width.input;
    for (int o = yAt; o < yAt + g.width.output; o++, upper += 2, lower += 2) {
      y[o] = Math.max(Math.max(x[upper], x[upper + 1]), Math.max(x[lower], x[lower + 1]));
    }
  }

  /// One row of results: input by input of the windows, each along the whole row, so that no
  /// maximum waits for the one before it.
  private static void row(
      PoolingGeometry g, int od, int oh, float[] x, int xAt, float[] y, int yAt) {
    for (int ow = 0; ow < g.width.output; ow++) {
      y[yAt + ow] = g.isEmpty(od, oh, ow) ? -Float.MAX_VALUE : Float.NEGATIVE_INFINITY;
    }
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = xAt + (d * g.height.input + h) * g.width.input;
        for (int k = 0; k < g.width.kernel; k++) {
          raise(g.width, k, x, line, y, yAt);
        }
      }
    }
  }

  /// Raises each result of a row to the input `k` of its window, where that exists.
  private static void raise(PoolingAxis axis, int k, float[] x, int xAt, float[] y, int yAt) {
    int offset = k - axis.pad;
    int stride = axis.stride;
    int from = Math.clamp(Math.ceilDiv(-offset, stride), 0, axis.output);
    int to = Math.clamp(Math.floorDiv(axis.input - 1 - offset, stride) + 1, from, axis.output);
    int source = xAt + from * stride + offset;
    int target = yAt + from;
    for (int i = 0; i < to - from; i++) {
      y[target + i] = Math.max(y[target + i], x[source + i * stride]);
    }
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
    int row = 0;
    for (int od = 0; od < g.depth.output; od++) {
      for (int oh = 0; oh < g.height.output; oh++, row += g.width.output) {
        if (isHalving(g, od, oh)) {
          int line = (g.depth.from(od) * g.height.input + g.height.from(oh)) * g.width.input;
          unhalve(g, x, xAt + line, y, yAt + row, dy, dyAt + row, dx, dxAt + line);
        } else {
          for (int ow = 0; ow < g.width.output; ow++) {
            int first = first(g, od, oh, ow, x, xAt, y[yAt + row + ow]);
            if (first >= 0) {
              dx[dxAt + first] += dy[dyAt + row + ow];
            }
          }
        }
      }
    }
  }

  private static void unhalve(
      PoolingGeometry g,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      float[] dy,
      int dyAt,
      float[] dx,
      int dxAt) {
    int pitch = g.width.input;
    for (int ow = 0; ow < g.width.output; ow++) {
      int upper = 2 * ow;
      int lower = pitch + 2 * ow;
      float max = y[yAt + ow];
      int first = x[xAt + lower + 1] == max ? lower + 1 : -1;
      first = x[xAt + lower] == max ? lower : first;
      first = x[xAt + upper + 1] == max ? upper + 1 : first;
      first = x[xAt + upper] == max ? upper : first;
      if (first >= 0) {
        dx[dxAt + first] += dy[dyAt + ow];
      }
    }
  }

  /// The place in its plane of the first element of a window that equals `value`, or -1.
  private static int first(
      PoolingGeometry g, int od, int oh, int ow, float[] x, int xAt, float value) {
    int from = g.width.from(ow);
    int to = g.width.to(ow);
    for (int d = g.depth.from(od); d < g.depth.to(od); d++) {
      for (int h = g.height.from(oh); h < g.height.to(oh); h++) {
        int line = (d * g.height.input + h) * g.width.input;
        for (int i = line + from; i < line + to; i++) {
          if (x[xAt + i] == value) {
            return i;
          }
        }
      }
    }
    return -1;
  }
}
