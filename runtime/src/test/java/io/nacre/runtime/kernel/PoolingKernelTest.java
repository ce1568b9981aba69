package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingKernelTest {
  private static final String CASES = "io.nacre.runtime.kernel.PoolingCase#all";
  private static final double INFINITY = Double.POSITIVE_INFINITY;

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
  void agreesWithTheDefinitionForAnyNumberOfThreads(PoolingCase c) {
    Random random = new Random(1);
    double[] x = c.image(random);
    double[] dy = c.resultGradient(random);
    for (boolean single : new boolean[] {true, false}) {
      var alone = new PoolingRun(devices.getFirst(), single, c.geometry(), c.n());
      double[] y = alone.forward(x);
      double[] dx = alone.gradient(x, y, dy);
      double rounding = single ? 1e-5 : 1e-14;
      near(c.forward(x), y, rounding, single);
      near(c.gradient(x, dy), dx, rounding, single);
      for (Device device : devices.subList(1, devices.size())) {
        var run = new PoolingRun(device, single, c.geometry(), c.n());
        assertArrayEquals(y, run.forward(x), "y");
        assertArrayEquals(dx, run.gradient(x, y, dy), "dx");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void theGradientIsTheDerivativeOfTheResult(PoolingCase c) {
    double step = 1e-4; // less than the distance of any two elements: a maximum stays where it is
    Random random = new Random(3);
    double[] x = c.image(random);
    double[] dy = c.resultGradient(random);
    var run = new PoolingRun(devices.getFirst(), false, c.geometry(), c.n());
    double[] dx = run.gradient(x, run.forward(x), dy);
    for (int probe = 0; probe < 12; probe++) {
      int i = random.nextInt(x.length);
      double change = change(run.forward(moved(x, i, step)), run.forward(moved(x, i, -step)), dy);
      assertEquals(change / (2 * step), dx[i], 1e-6, "dx at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void theFirstOfEqualElementsIsTheMaximum(PoolingCase c) {
    Random random = new Random(4);
    double[] x = Arrays.stream(c.image(random)).map(v -> Math.floor(v) % 3 - 1).toArray();
    double[] dy = Arrays.stream(c.resultGradient(random)).map(v -> Math.rint(v * 8)).toArray();
    if (c.type() == PoolingType.MAX) {
      var run = new PoolingRun(devices.get(1), true, c.geometry(), c.n());
      assertArrayEquals(c.gradient(x, dy), run.gradient(x, run.forward(x), dy));
    }
  }

  @Test
  void negativeElementsKeepTheirSignInNorms() {
    double[] x = {-1, -2, 2, 1, 0, 0};
    assertArrayEquals(new double[] {-3, 3, 0}, pairs(1).forward(x));
    double[] two = pairs(2).forward(x);
    assertArrayEquals(new double[] {Math.sqrt(5), Math.sqrt(5), 0}, two, 1e-15);
    double[] three = pairs(3).forward(x);
    assertArrayEquals(new double[] {-Math.cbrt(9), Math.cbrt(9), 0}, three, 1e-15);
    double root = Math.sqrt(5);
    double[] dy = {1, 1, 1};
    assertArrayEquals(
        new double[] {-1 / root, -2 / root, 2 / root, 1 / root, 0, 0},
        pairs(2).gradient(x, two, dy),
        1e-15);
    double square = Math.pow(9, 2 / 3.);
    assertArrayEquals(
        new double[] {1 / square, 4 / square, 4 / square, 1 / square, 0, 0},
        pairs(3).gradient(x, three, dy),
        1e-15);
  }

  private static PoolingRun pairs(int power) {
    var g = PoolingGeometry.of(PoolingType.LP, 1, a(6), a(2), a(2), a(0), false, true, power);
    return new PoolingRun(devices.getFirst(), false, g, 1);
  }

  @Test
  void maximaOfInfinitiesAndNaN() {
    for (int[] kernel : new int[][] {{2, 2}, {2, 3}}) {
      double[] x = new double[6 * kernel[1]];
      Arrays.fill(x, -INFINITY);
      x[2 * kernel[1]] = Double.NaN;
      x[5 * kernel[1]] = INFINITY;
      var g =
          PoolingGeometry.of(
              PoolingType.MAX, 1, a(6, kernel[1]), kernel, a(2, 2), a(0, 0), false, true, 1);
      var run = new PoolingRun(devices.getFirst(), true, g, 1);
      double[] y = run.forward(x);
      assertArrayEquals(new double[] {-INFINITY, Double.NaN, INFINITY}, y);
      double[] dx = new double[x.length];
      dx[0] = 1;
      dx[5 * kernel[1]] = 3;
      assertArrayEquals(dx, run.gradient(x, y, new double[] {1, 2, 3}));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pool3d, AVERAGE, 1, 2, 4 4 4, 2 2 2, 2 2 2, 0 0 0, false, true",
    "pool_avg, AVERAGE, 2, 3, 6 7, 2 3, 1 2, 0 0, false, true",
    "pool_avg_full, AVERAGE, 2, 3, 6 7, 3 3, 2 2, 0 0, true, true",
    "pool_avg_pad_exclude, AVERAGE, 2, 3, 6 7, 3 3, 2 2, 1 1, false, false",
    "pool_global_max, MAX, 2, 3, 6 7, 6 7, 1 1, 0 0, false, true",
    "pool_lp2, LP, 2, 3, 6 7, 2 2, 2 2, 0 0, false, true",
    "pool_max_full, MAX, 2, 3, 6 7, 3 3, 2 2, 0 0, true, true",
    "pool_max_pad, MAX, 2, 3, 6 7, 3 3, 2 2, 1 1, false, true",
  })
  void agreesWithMxnet(
      String name,
      PoolingType type,
      int n,
      int channels,
      String input,
      String kernel,
      String stride,
      String pad,
      boolean full,
      boolean countIncludePad) {
    PoolingGeometry g =
        PoolingGeometry.of(
            type, channels, sizes(input), sizes(kernel), sizes(stride), sizes(pad), full,
            countIncludePad, 2);
    KernelGoldens goldens = new KernelGoldens(name);
    double[] x = goldens.next(n * g.sampleInputs());
    double[] y = goldens.next(n * g.sampleOutputs());
    double[] dy = goldens.next(n * g.sampleOutputs());
    var run = new PoolingRun(devices.getFirst(), true, g, n);
    KernelGoldens.assertNear(y, run.forward(x), "y");
    KernelGoldens.assertNear(goldens.next(x.length), run.gradient(x, y, dy), "dx");
  }

  private static int[] sizes(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static int[] a(int... values) {
    return values;
  }

  /// Near, or exactly the most negative number of the precision: the maximum of an empty window.
  private static void near(double[] expected, double[] actual, double rounding, boolean single) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] == -Double.MAX_VALUE) {
        assertEquals(single ? -Float.MAX_VALUE : -Double.MAX_VALUE, actual[i]);
      } else {
        double scale = Math.max(1, Math.abs(expected[i]));
        assertEquals(expected[i], actual[i], rounding * scale, "element " + i);
      }
    }
  }

  private static double[] moved(double[] values, int i, double step) {
    double[] moved = values.clone();
    moved[i] += step;
    return moved;
  }

  private static double change(double[] after, double[] before, double[] dy) {
    double change = 0;
    for (int i = 0; i < dy.length; i++) {
      change += after[i] == before[i] ? 0 : (after[i] - before[i]) * dy[i];
    }
    return change;
  }
}
