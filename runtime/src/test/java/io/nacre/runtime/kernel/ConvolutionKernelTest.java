package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionKernelTest {
  private static final String CASES = "io.nacre.runtime.kernel.ConvolutionCase#all";

  /// Rounding errors of a sum, in units of the last place of the sum of its absolute terms.
  private static final double ROUNDINGS = 64;

  private static List<Device> devices;

  @BeforeAll
  static void start() {
    devices = List.of(Device.cpu(1), Device.cpu(2), Device.cpu(3), Device.cpu(7));
  }

  @AfterAll
  static void close() {
    devices.forEach(Device::close);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void agreesWithTheDefinition(ConvolutionCase c) {
    Random random = new Random(1);
    double[] x = c.image(random);
    double[] w = c.weights(random);
    double[] dy = c.resultGradient(random);
    for (boolean single : new boolean[] {true, false}) {
      var run = new ConvolutionRun(devices.get(1), single, c.geometry(), c.n());
      double unit = ROUNDINGS * (single ? Math.ulp(1f) : Math.ulp(1d));
      near(c.forward(x, w), run.forward(x, w), c.forward(abs(x), abs(w)), unit);
      near(
          c.dataGradient(dy, w), run.dataGradient(dy, w), c.dataGradient(abs(dy), abs(w)), unit);
      near(
          c.weightGradient(x, dy),
          run.weightGradient(x, dy),
          c.weightGradient(abs(x), abs(dy)),
          unit);
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void hasTheSameBitsForAnyNumberOfThreads(ConvolutionCase c) {
    Random random = new Random(2);
    double[] x = c.image(random);
    double[] w = c.weights(random);
    double[] dy = c.resultGradient(random);
    for (boolean single : new boolean[] {true, false}) {
      var alone = new ConvolutionRun(devices.getFirst(), single, c.geometry(), c.n());
      double[] y = alone.forward(x, w);
      double[] dx = alone.dataGradient(dy, w);
      double[] dw = alone.weightGradient(x, dy);
      for (Device device : devices.subList(1, devices.size())) {
        var run = new ConvolutionRun(device, single, c.geometry(), c.n());
        assertArrayEquals(y, run.forward(x, w), "y");
        assertArrayEquals(dx, run.dataGradient(dy, w), "dx");
        assertArrayEquals(dw, run.weightGradient(x, dy), "dw");
      }
    }
  }

  /// The loss sum(y * dy) is linear in x and in w, so central differences are exact but for
  /// rounding.
  @ParameterizedTest
  @MethodSource(CASES)
  void gradientsAreDerivativesOfTheResult(ConvolutionCase c) {
    Random random = new Random(3);
    double[] x = c.image(random);
    double[] w = c.weights(random);
    double[] dy = c.resultGradient(random);
    var run = new ConvolutionRun(devices.getFirst(), false, c.geometry(), c.n());
    double[] dx = run.dataGradient(dy, w);
    double[] dw = run.weightGradient(x, dy);
    for (int probe = 0; probe < 12; probe++) {
      int i = random.nextInt(x.length);
      double slope = dot(run.forward(moved(x, i, .5), w), dy);
      assertEquals(slope - dot(run.forward(moved(x, i, -.5), w), dy), dx[i], 1e-9, "dx at " + i);
      int j = random.nextInt(w.length);
      slope = dot(run.forward(x, moved(w, j, .5)), dy);
      assertEquals(slope - dot(run.forward(x, moved(w, j, -.5)), dy), dw[j], 1e-9, "dw at " + j);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conv2d_1x1, 2, 3, 5, 1, 6 7, 1 1, 1 1, 0 0, 1 1, true",
    "conv2d_depthwise, 2, 4, 4, 4, 6 5, 3 3, 1 1, 1 1, 1 1, true",
    "conv2d_dilate, 2, 3, 4, 1, 6 7, 2 3, 1 1, 0 0, 2 2, false",
    "conv2d_pad_stride, 2, 3, 4, 1, 6 7, 3 2, 2 3, 1 1, 1 1, true",
    "conv3d, 1, 2, 3, 1, 4 5 4, 2 3 2, 1 1 1, 0 1 0, 1 1 1, true",
  })
  void agreesWithMxnet(
      String name,
      int n,
      int channels,
      int filters,
      int groups,
      String input,
      String kernel,
      String stride,
      String pad,
      String dilate,
      boolean bias) {
    ConvolutionGeometry g =
        ConvolutionGeometry.of(
            channels, filters, groups, sizes(input), sizes(kernel), sizes(stride), sizes(pad),
            sizes(dilate));
    KernelGoldens goldens = new KernelGoldens(name);
    double[] x = goldens.next(n * g.sampleInputs());
    double[] w = goldens.next(g.weights());
    double[] b = bias ? goldens.next(filters) : new double[filters];
    double[] y = goldens.next(n * g.sampleOutputs());
    double[] dy = goldens.next(n * g.sampleOutputs());
    var run = new ConvolutionRun(devices.getFirst(), true, g, n);
    double[] result = run.forward(x, w);
    for (int i = 0; i < result.length; i++) {
      result[i] += b[i / (g.sampleOutputs() / filters) % filters];
    }
    KernelGoldens.assertNear(y, result, "y");
    KernelGoldens.assertNear(goldens.next(x.length), run.dataGradient(dy, w), "dx");
    KernelGoldens.assertNear(goldens.next(w.length), run.weightGradient(x, dy), "dw");
  }

  private static int[] sizes(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static void near(double[] expected, double[] actual, double[] scale, double unit) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], unit * scale[i] + Double.MIN_VALUE, "element " + i);
    }
  }

  private static double[] abs(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  private static double[] moved(double[] values, int i, double step) {
    double[] moved = values.clone();
    moved[i] += step;
    return moved;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
