package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.Device;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders against a sort of the JDK's, between guards, in either precision, by any number of threads.
class SortKernelTest {
  private static final List<Device> DEVICES =
      List.of(Device.cpu(1), Device.cpu(2), Device.cpu(3), Device.cpu(7));

  @AfterAll
  static void close() {
    DEVICES.forEach(Device::close);
  }

  private static double[] order(
      Device device, boolean single, boolean ascending, int outer, int size, int inner, double[] x) {
    SentinelArray in = SentinelArray.input(single, x);
    SentinelArray out = SentinelArray.result(single, x.length);
    device.run(
        worker -> {
          if (single) {
            SortKernel.order(
                worker, ascending, outer, size, inner, in.floats, in.at, out.floats, out.at);
          } else {
            SortKernel.order(
                worker, ascending, outer, size, inner, in.doubles, in.at, out.doubles, out.at);
          }
        });
    in.checkUntouched();
    return out.checkWritten();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1", "1, 2, 1", "1, 3, 1", "4, 5, 1", "1, 7, 6", "3, 16, 5", "2, 17, 1", "1, 1000, 1",
    "9, 33, 4"
  })
  void agreesWithTheSortOfTheJdk(int outer, int size, int inner) {
    // few different numbers, so that there are ties
    double[] x = new Random(1).ints(outer * size * inner, -size, size).asDoubleStream().toArray();
    for (boolean ascending : new boolean[] {true, false}) {
      double[] expected = new double[x.length];
      for (int list = 0; list < outer * inner; list++) {
        int start = list / inner * size * inner + list % inner;
        Comparator<Integer> byElement = Comparator.comparingDouble(k -> x[start + k * inner]);
        List<Integer> places =
            IntStream.range(0, size)
                .boxed()
                .sorted(ascending ? byElement : byElement.reversed())
                .toList();
        for (int k = 0; k < size; k++) {
          expected[start + k * inner] = places.get(k);
        }
      }
      for (Device device : DEVICES) {
        for (boolean single : new boolean[] {true, false}) {
          assertArrayEquals(expected, order(device, single, ascending, outer, size, inner, x));
        }
      }
    }
  }

  @Test
  void nanComesLastAndZerosAreEqual() {
    double nan = Double.NaN;
    double[] x = {0, nan, -0.0, 1, nan, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (boolean single : new boolean[] {true, false}) {
      Device one = DEVICES.getFirst();
      assertArrayEquals(
          new double[] {7, 5, 0, 2, 3, 6, 1, 4}, order(one, single, true, 1, 8, 1, x));
      assertArrayEquals(
          new double[] {6, 3, 0, 2, 5, 7, 1, 4}, order(one, single, false, 1, 8, 1, x));
    }
  }

  @Test
  void refusesListsLongerThanFloatsCount() {
    float[] x = new float[1];
    assertThrows(
        IllegalArgumentException.class,
        () ->
            DEVICES
                .getFirst()
                .run(
                    worker -> SortKernel.order(worker, true, 1, (1 << 24) + 1, 1, x, 0, x, 0)));
  }
}
