package io.nacre.processor.ir;

import java.util.stream.IntStream;

/// The three passes of a convolution, each a walk over all pairs of an output and a kernel
/// position.
final class WindowReference {
  private WindowReference() {}

  static double[] forward(Filters filters, int batch, double[] x, double[] w) {
    double[] y = new double[batch * filters.filters() * count(filters.window().output())];
    walk(filters, batch, (xAt, wAt, yAt) -> y[yAt] += x[xAt] * w[wAt]);
    return y;
  }

  static double[] dataGradient(Filters filters, int batch, double[] dy, double[] w) {
    double[] dx = new double[batch * filters.channels() * count(filters.window().input())];
    walk(filters, batch, (xAt, wAt, yAt) -> dx[xAt] += dy[yAt] * w[wAt]);
    return dx;
  }

  static double[] weightGradient(Filters filters, int batch, double[] x, double[] dy) {
    int channels = filters.channels() / filters.groups();
    double[] dw = new double[filters.filters() * channels * count(filters.window().kernel())];
    walk(filters, batch, (xAt, wAt, yAt) -> dw[wAt] += x[xAt] * dy[yAt]);
    return dw;
  }

  private interface Visit {
    void at(int x, int w, int y);
  }

  private static void walk(Filters filters, int batch, Visit visit) {
    Window window = filters.window();
    int positions = count(window.output());
    int taps = count(window.kernel());
    int perGroup = filters.filters() / filters.groups();
    int channels = filters.channels() / filters.groups();
    for (int sample = 0; sample < batch; sample++) {
      for (int filter = 0; filter < filters.filters(); filter++) {
        for (int channel = 0; channel < channels; channel++) {
          int from = filter / perGroup * channels + channel;
          for (int position = 0; position < positions; position++) {
            for (int tap = 0; tap < taps; tap++) {
              int pixel = pixel(window, position, tap);
              if (pixel >= 0) {
                visit.at(
                    (sample * filters.channels() + from) * count(window.input()) + pixel,
                    (filter * channels + channel) * taps + tap,
                    (sample * filters.filters() + filter) * positions + position);
              }
            }
          }
        }
      }
    }
  }

  static int count(java.util.List<Integer> sizes) {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /// The image element under a kernel position of a window; -1 in the padding.
  static int pixel(Window window, int position, int tap) {
    int[] at = split(window.output(), position);
    int[] k = split(window.kernel(), tap);
    int offset = 0;
    for (int axis = 0; axis < window.axes(); axis++) {
      int i =
          at[axis] * window.stride().get(axis)
              - window.pad().get(axis)
              + k[axis] * window.dilate().get(axis);
      if (i < 0 || i >= window.input().get(axis)) {
        return -1;
      }
      offset = offset * window.input().get(axis) + i;
    }
    return offset;
  }

  static int[] split(java.util.List<Integer> sizes, int offset) {
    int[] position = new int[sizes.size()];
    int rest = offset;
    for (int axis :
        IntStream.range(0, position.length).map(i -> position.length - 1 - i).toArray()) {
      position[axis] = rest % sizes.get(axis);
      rest /= sizes.get(axis);
    }
    return position;
  }
}
