package io.nacre.runtime.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A pooling to test, with the plain definition of its result and gradient in float64.
record PoolingCase(
    PoolingType type,
    int n,
    int channels,
    int[] input,
    int[] kernel,
    int[] stride,
    int[] pad,
    boolean full,
    boolean countIncludePad,
    int power) {

  /// Each shape with every type.
  static Stream<PoolingCase> all() {
    return Stream.of(
            of(1, 1, a(1), a(1), a(1), a(0)),
            of(2, 3, a(17), a(3), a(2), a(1)),
            of(3, 2, a(40), a(40), a(1), a(0)),
            of(2, 2, a(9), a(2), a(5), a(0)),
            of(5, 3, a(8, 8), a(2, 2), a(2, 2), a(0, 0)),
            of(2, 3, a(9, 7), a(2, 2), a(2, 2), a(0, 0)),
            of(3, 2, a(6, 7), a(3, 3), a(2, 2), a(1, 1)),
            of(1, 5, a(6, 7), a(2, 3), a(1, 2), a(0, 0)),
            of(2, 2, a(7, 19), a(7, 19), a(1, 1), a(0, 0)),
            of(1, 3, a(5, 6), a(4, 3), a(3, 1), a(2, 1)),
            of(1, 2, a(7, 5), a(1, 2), a(3, 4), a(0, 0)),
            of(1, 2, a(4, 5), a(2, 2), a(2, 1), a(2, 3)),
            of(2, 2, a(4, 4, 5), a(2, 2, 2), a(2, 2, 2), a(0, 0, 0)),
            of(1, 3, a(1, 4, 6), a(1, 2, 2), a(1, 2, 2), a(0, 0, 0)),
            of(1, 2, a(5, 6, 7), a(3, 2, 3), a(2, 1, 2), a(1, 0, 1)))
        .flatMap(PoolingCase::everyType);
  }

  private static int[] a(int... values) {
    return values;
  }

  private static PoolingCase of(
      int n, int channels, int[] input, int[] kernel, int[] stride, int[] pad) {
    return new PoolingCase(
        PoolingType.MAX, n, channels, input, kernel, stride, pad, false, true, 2);
  }

  private Stream<PoolingCase> everyType() {
    return Stream.of(false, true)
        .flatMap(
            round ->
                Stream.of(
                    with(PoolingType.MAX, round, true, 1),
                    with(PoolingType.SUM, round, true, 1),
                    with(PoolingType.AVERAGE, round, true, 1),
                    with(PoolingType.AVERAGE, round, false, 1),
                    with(PoolingType.LP, round, true, 1),
                    with(PoolingType.LP, round, true, 2),
                    with(PoolingType.LP, round, true, 3)));
  }

  private PoolingCase with(PoolingType other, boolean round, boolean count, int p) {
    return new PoolingCase(other, n, channels, input, kernel, stride, pad, round, count, p);
  }

  PoolingGeometry geometry() {
    return PoolingGeometry.of(
        type, channels, input, kernel, stride, pad, full, countIncludePad, power);
  }

  /// Positive values, all different and at least 1/128 apart within 2000 elements.
  double[] image(Random random) {
    double[] x = new double[n * channels * product(input)];
    for (int i = 0; i < x.length; i++) {
      int j = random.nextInt(i + 1);
      x[i] = x[j];
      x[j] = (i + 8) / 64.;
    }
    return x;
  }

  double[] resultGradient(Random random) {
    int size = n * channels * product(geometry().output());
    return random.doubles(size, -1, 1).map(value -> (float) value).toArray();
  }

  double[] forward(double[] x) {
    int outputs = product(geometry().output());
    double[] y = new double[n * channels * outputs];
    for (int i = 0; i < y.length; i++) {
      int[] window = window(i % outputs);
      int plane = i / outputs * product(input);
      y[i] = value(Arrays.stream(window).mapToDouble(at -> x[plane + at]).toArray());
      y[i] = type == PoolingType.AVERAGE && window.length > 0 ? y[i] / size(i % outputs) : y[i];
    }
    return y;
  }

  private double value(double[] window) {
    return switch (type) {
      case MAX -> Arrays.stream(window).max().orElse(-Double.MAX_VALUE);
      case SUM, AVERAGE -> Arrays.stream(window).sum();
      case LP ->
          switch (power) {
            case 1 -> Arrays.stream(window).sum();
            case 2 -> Math.sqrt(Arrays.stream(window).map(v -> v * v).sum());
            default -> Math.cbrt(Arrays.stream(window).map(v -> v * v * v).sum());
          };
    };
  }

  double[] gradient(double[] x, double[] dy) {
    double[] y = forward(x);
    int outputs = product(geometry().output());
    double[] dx = new double[n * channels * product(input)];
    for (int i = 0; i < y.length; i++) {
      boolean found = false;
      for (int at : window(i % outputs)) {
        int place = i / outputs * product(input) + at;
        boolean first = !found && x[place] == y[i];
        found |= first;
        dx[place] +=
            switch (type) {
              case MAX -> first ? dy[i] : 0;
              case SUM -> dy[i];
              case AVERAGE -> dy[i] / size(i % outputs);
              case LP -> y[i] == 0 ? 0 : dy[i] * Math.pow(x[place] / y[i], power - 1);
            };
      }
    }
    return dx;
  }

  /// The places in their plane of the inputs in the window of output `o`, in row-major order.
  private int[] window(int o) {
    int[] starts = starts(o);
    return IntStream.range(0, product(input))
        .filter(
            place -> {
              for (int axis = input.length - 1; axis >= 0; axis--) {
                int i = place % input[axis];
                place /= input[axis];
                if (i < starts[axis] || i >= starts[axis] + kernel[axis]) {
                  return false;
                }
              }
              return true;
            })
        .toArray();
  }

  /// What an average is divided by.
  private int size(int o) {
    if (!countIncludePad) {
      return window(o).length;
    }
    int[] starts = starts(o);
    int size = 1;
    for (int axis = 0; axis < input.length; axis++) {
      int end = Math.min(starts[axis] + kernel[axis], input[axis] + pad[axis]);
      size *= end - starts[axis];
    }
    return size;
  }

  private int[] starts(int o) {
    int[] output = geometry().output();
    int[] starts = new int[input.length];
    for (int axis = input.length - 1; axis >= 0; axis--) {
      starts[axis] = o % output[axis] * stride[axis] - pad[axis];
      o /= output[axis];
    }
    return starts;
  }

  private static int product(int[] sizes) {
    return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return "%s%d n%d x%d %s k%s s%s p%s%s%s"
        .formatted(
            type,
            power,
            n,
            channels,
            Arrays.toString(input),
            Arrays.toString(kernel),
            Arrays.toString(stride),
            Arrays.toString(pad),
            full ? " full" : "",
            countIncludePad ? "" : " exclude");
  }
}
