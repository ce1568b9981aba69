package io.nacre.runtime.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/// A convolution to test, with the plain definition of its result and gradients in float64.
record ConvolutionCase(
    int n,
    int channels,
    int filters,
    int groups,
    int[] input,
    int[] kernel,
    int[] stride,
    int[] pad,
    int[] dilate) {

  /// Called for each pair of an output and an input that meet: places in y, x and w.
  private interface Meeting {
    void at(int y, int x, int w);
  }

  static Stream<ConvolutionCase> all() {
    return Stream.of(
        // one axis
        of(1, 1, 1, 1, a(1), a(1)),
        of(2, 3, 4, 1, a(17), a(3)),
        of(5, 2, 3, 1, a(100), a(7)).stride(3).pad(4).dilate(2),
        of(3, 4, 6, 2, a(33), a(5)).pad(2),
        of(1, 5, 5, 5, a(40), a(4)).stride(2).pad(3),
        // two axes
        of(2, 3, 5, 1, a(6, 7), a(3, 2)).stride(2, 3).pad(1, 1),
        of(2, 3, 4, 1, a(6, 7), a(2, 3)).dilate(2, 2),
        of(1, 20, 50, 1, a(12, 12), a(5, 5)),
        of(5, 1, 20, 1, a(13, 11), a(5, 5)),
        of(3, 16, 16, 1, a(8, 8), a(3, 3)).pad(1, 1),
        of(3, 17, 33, 1, a(7, 9), a(3, 3)).stride(2, 2).pad(1, 1),
        of(2, 6, 4, 2, a(9, 5), a(3, 3)).pad(2, 0).dilate(1, 2),
        of(2, 7, 19, 1, a(5, 6), a(1, 1)),
        of(3, 6, 9, 3, a(4, 4), a(1, 1)),
        of(2, 5, 6, 1, a(9, 8), a(1, 1)).stride(2, 2),
        of(2, 3, 4, 1, a(1, 2), a(3, 3)).pad(1, 1),
        of(1, 2, 3, 1, a(2, 2), a(1, 1)).pad(3, 1).stride(2, 1),
        of(1, 24, 3, 1, a(25, 25), a(5, 5)),
        of(1, 120, 2, 1, a(3, 40), a(5, 1)).pad(12, 0),
        of(2, 2, 6, 2, a(6, 3), a(2, 3)).pad(4, 5).dilate(3, 2).stride(1, 2),
        // kernel = input
        of(5, 3, 7, 1, a(4, 5), a(4, 5)),
        of(1, 4, 6, 2, a(3, 3), a(3, 3)),
        of(2, 33, 18, 1, a(1, 1), a(1, 1)),
        of(3, 5, 5, 5, a(7, 7), a(7, 7)),
        // one filter a group
        of(2, 4, 4, 4, a(6, 5), a(3, 3)).pad(1, 1),
        of(3, 5, 5, 5, a(9, 17), a(3, 3)).stride(2, 2).pad(1, 1),
        of(1, 6, 2, 2, a(7, 8), a(2, 5)).dilate(3, 1).pad(0, 2),
        of(5, 3, 1, 1, a(5, 5), a(3, 3)),
        of(2, 3, 3, 3, a(4, 2), a(3, 7)).pad(1, 4),
        of(2, 3, 3, 3, a(4, 21), a(1, 8)).pad(0, 9).dilate(1, 2),
        // three axes
        of(1, 2, 3, 1, a(4, 5, 4), a(2, 3, 2)).pad(0, 1, 0),
        of(2, 4, 6, 2, a(5, 6, 7), a(3, 2, 3)).stride(2, 1, 2).pad(1, 1, 2).dilate(1, 2, 1),
        of(3, 3, 3, 3, a(4, 4, 5), a(3, 3, 3)).pad(1, 1, 1),
        of(2, 2, 3, 1, a(3, 2, 4), a(3, 2, 4)));
  }

  private static int[] a(int... values) {
    return values;
  }

  private static ConvolutionCase of(
      int n, int channels, int filters, int groups, int[] input, int[] kernel) {
    int[] ones = new int[input.length];
    Arrays.fill(ones, 1);
    int[] none = new int[input.length];
    return new ConvolutionCase(n, channels, filters, groups, input, kernel, ones, none, ones);
  }

  private ConvolutionCase stride(int... values) {
    return new ConvolutionCase(n, channels, filters, groups, input, kernel, values, pad, dilate);
  }

  private ConvolutionCase pad(int... values) {
    return new ConvolutionCase(n, channels, filters, groups, input, kernel, stride, values, dilate);
  }

  private ConvolutionCase dilate(int... values) {
    return new ConvolutionCase(n, channels, filters, groups, input, kernel, stride, pad, values);
  }

  ConvolutionGeometry geometry() {
    return ConvolutionGeometry.of(
        channels, filters, groups, input, kernel, stride, pad, dilate);
  }

  double[] image(Random random) {
    return random(random, n * channels * product(input));
  }

  double[] weights(Random random) {
    return random(random, filters * (channels / groups) * product(kernel));
  }

  double[] resultGradient(Random random) {
    return random(random, n * filters * product(geometry().output()));
  }

  double[] forward(double[] x, double[] w) {
    double[] y = new double[n * filters * product(geometry().output())];
    forEach((yi, xi, wi) -> y[yi] += w[wi] * x[xi]);
    return y;
  }

  double[] dataGradient(double[] dy, double[] w) {
    double[] dx = new double[n * channels * product(input)];
    forEach((yi, xi, wi) -> dx[xi] += w[wi] * dy[yi]);
    return dx;
  }

  double[] weightGradient(double[] x, double[] dy) {
    double[] dw = new double[filters * (channels / groups) * product(kernel)];
    forEach((yi, xi, wi) -> dw[wi] += dy[yi] * x[xi]);
    return dw;
  }

  private void forEach(Meeting meeting) {
    int[] output = geometry().output();
    int outputs = product(output);
    int taps = product(kernel);
    int groupChannels = channels / groups;
    for (int nf = 0; nf < n * filters; nf++) {
      int f = nf % filters;
      int first = nf / filters * channels + f / (filters / groups) * groupChannels;
      for (int c = 0; c < groupChannels; c++) {
        for (int o = 0; o < outputs; o++) {
          for (int k = 0; k < taps; k++) {
            int place = place(o, output, k);
            if (place >= 0) {
              int x = (first + c) * product(input) + place;
              meeting.at(nf * outputs + o, x, (f * groupChannels + c) * taps + k);
            }
          }
        }
      }
    }
  }

  /// The place in its channel that tap `k` of output `o` reads, or -1 in the padding.
  private int place(int o, int[] output, int k) {
    int place = 0;
    int scale = 1;
    for (int axis = input.length - 1; axis >= 0; axis--) {
      int i = o % output[axis] * stride[axis] - pad[axis] + k % kernel[axis] * dilate[axis];
      if (i < 0 || i >= input[axis]) {
        return -1;
      }
      place += i * scale;
      scale *= input[axis];
      o /= output[axis];
      k /= kernel[axis];
    }
    return place;
  }

  static int product(int[] sizes) {
    return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
  }

  private static double[] random(Random random, int size) {
    return random.doubles(size, -1, 1).map(value -> (float) value).toArray();
  }

  @Override
  public String toString() {
    return "n%d %d->%d/%d %s k%s s%s p%s d%s"
        .formatted(
            n,
            channels,
            filters,
            groups,
            Arrays.toString(input),
            Arrays.toString(kernel),
            Arrays.toString(stride),
            Arrays.toString(pad),
            Arrays.toString(dilate));
  }
}
