package io.nacre.processor.ir;

import java.util.stream.IntStream;

/// Pooling and its gradient, window by window.
final class PoolReference {
  private PoolReference() {}

  static double[] forward(Pool pool, double[] x) {
    Window window = pool.window();
    int positions = WindowReference.count(window.output());
    int image = WindowReference.count(window.input());
    double[] y = new double[x.length / image * positions];
    for (int at = 0; at < y.length; at++) {
      int base = at / positions * image;
      double[] under =
          pixels(window, at % positions).mapToDouble(pixel -> x[base + pixel]).toArray();
      y[at] = combine(pool, at % positions, under);
    }
    return y;
  }

  private static double combine(Pool pool, int position, double[] under) {
    double result =
        switch (pool.kind()) {
          case MAX -> Double.NEGATIVE_INFINITY;
          case AVERAGE, SUM, LP -> 0;
        };
    for (double x : under) {
      result =
          switch (pool.kind()) {
            case MAX -> Math.max(result, x);
            case AVERAGE, SUM -> result + x;
            case LP -> result + Math.pow(x, pool.p());
          };
    }
    return switch (pool.kind()) {
      case MAX, SUM -> result;
      case AVERAGE -> result / divisor(pool, position);
      case LP ->
          switch (pool.p()) {
            case 1 -> result;
            case 2 -> Math.sqrt(result);
            default -> Math.cbrt(result);
          };
    };
  }

  /// dy goes to the first maximum, or to every element by its share.
  static double[] gradient(Pool pool, double[] x, double[] y, double[] dy) {
    Window window = pool.window();
    int positions = WindowReference.count(window.output());
    int image = WindowReference.count(window.input());
    double[] dx = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      int at = i;
      int base = at / positions * image;
      int[] under = pixels(window, at % positions).map(pixel -> base + pixel).toArray();
      switch (pool.kind()) {
        case MAX ->
            IntStream.of(under)
                .filter(pixel -> x[pixel] == y[at])
                .findFirst()
                .ifPresent(pixel -> dx[pixel] += dy[at]);
        case SUM -> IntStream.of(under).forEach(pixel -> dx[pixel] += dy[at]);
        case AVERAGE ->
            IntStream.of(under)
                .forEach(pixel -> dx[pixel] += dy[at] / divisor(pool, at % positions));
        case LP ->
            IntStream.of(under)
                .forEach(pixel -> dx[pixel] += dy[at] * share(pool.p(), x[pixel], y[at]));
      }
    }
    return dx;
  }

  private static double share(int p, double x, double y) {
    if (p == 1) {
      return 1;
    }
    return y == 0 ? 0 : Math.pow(x / y, p - 1);
  }

  private static IntStream pixels(Window window, int position) {
    return IntStream.range(0, WindowReference.count(window.kernel()))
        .map(tap -> WindowReference.pixel(window, position, tap))
        .filter(pixel -> pixel >= 0);
  }

  /// The size of the window within the image, with its padding if that counts.
  private static int divisor(Pool pool, int position) {
    Window window = pool.window();
    int[] at = WindowReference.split(window.output(), position);
    int product = 1;
    for (int axis = 0; axis < window.axes(); axis++) {
      int pad = window.pad().get(axis);
      int margin = pool.countIncludePad() ? pad : 0;
      int start = at[axis] * window.stride().get(axis) - pad;
      int end = Math.min(start + window.kernel().get(axis), window.input().get(axis) + margin);
      product *= end - Math.max(start, -margin);
    }
    return product;
  }
}
