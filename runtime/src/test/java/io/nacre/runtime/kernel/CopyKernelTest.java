package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.runtime.Device;
import io.nacre.runtime.Shape;
import io.nacre.runtime.Worker;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Copies against their plain definition, between guards, in either precision, by any number of
/// threads.
class CopyKernelTest {
  private static final int N = Shape.N;

  private static List<Device> devices;

  @BeforeAll
  static void start() {
    devices = List.of(Device.cpu(1), Device.cpu(2), Device.cpu(3), Device.cpu(7));
  }

  @AfterAll
  static void close() {
    devices.forEach(Device::close);
  }

  static Stream<CopyCase> transpositions() {
    List<CopyCase> cases = new ArrayList<>();
    for (Shape shape :
        List.of(Shape.of(5, 7), Shape.of(N, 3, 4), Shape.of(2, 3 * N, 4), Shape.of(3, 2, 4, N))) {
      permutations(shape.rank())
          .forEach(permutation -> cases.add(CopyCase.transpose(3, shape, permutation)));
    }
    return Stream.concat(
        cases.stream(),
        Stream.of(
            CopyCase.transpose(1, Shape.of(), new int[0]),
            CopyCase.transpose(1, Shape.of(1), 0),
            CopyCase.transpose(1, Shape.of(1, 1), 1, 0),
            CopyCase.transpose(1, Shape.of(N, 1, 1), 2, 0, 1),
            CopyCase.transpose(9, Shape.of(N, 1, 6), 2, 1, 0),
            CopyCase.transpose(1, Shape.of(130, 71), 1, 0),
            CopyCase.transpose(1, Shape.of(3, 257), 1, 0),
            CopyCase.transpose(1, Shape.of(257, 3), 1, 0),
            CopyCase.transpose(31, Shape.of(N, 17, 33), 0, 2, 1),
            CopyCase.transpose(65, Shape.of(16, N, 8), 1, 2, 0),
            CopyCase.transpose(4, Shape.of(N, 6, 5, 40), 0, 2, 1, 3),
            CopyCase.transpose(2, Shape.of(N, 9, 8, 3), 0, 3, 1, 2),
            CopyCase.transpose(2, Shape.of(2, 3, N, 2, 3), 4, 2, 0, 1, 3)));
  }

  private static Stream<int[]> permutations(int rank) {
    if (rank == 0) {
      return Stream.of(new int[0]);
    }
    return permutations(rank - 1)
        .flatMap(
            shorter ->
                IntStream.range(0, rank)
                    .mapToObj(
                        at -> {
                          int[] longer = Arrays.copyOf(shorter, rank);
                          System.arraycopy(shorter, at, longer, at + 1, rank - 1 - at);
                          longer[at] = rank - 1;
                          return longer;
                        }));
  }

  static Stream<CopyCase> slices() {
    Random random = new Random(4);
    return Stream.concat(
        Stream.of(
            CopyCase.slice(1, Shape.of(30_000), a(9), Shape.of(20_001), a(1)),
            CopyCase.slice(1, Shape.of(30_000), a(0), Shape.of(10_000), a(-3)),
            CopyCase.slice(1, Shape.of(2, 9_000), a(0, 1), Shape.of(2, 8_500), a(1, 1)),
            CopyCase.slice(5, Shape.of(4, N, 100), a(2, 0, 1), Shape.of(1, N, 99), a(1, 1, 1)),
            CopyCase.slice(5, Shape.of(2 * N, 10), a(1, 0), Shape.of(N, 10), a(1, 1)),
            CopyCase.slice(5, Shape.of(3, 2 * N, 10), a(0, 0, 3), Shape.of(2, 2 * N, 2),
                a(2, -1, -4)),
            CopyCase.slice(300, Shape.of(N, 6, 7), a(0, 1, 2), Shape.of(N, 4, 3), a(1, 1, 1))),
        IntStream.range(0, 150).mapToObj(i -> CopyCase.randomSlice(random)));
  }

  private static int[] a(int... values) {
    return values;
  }

  @ParameterizedTest
  @MethodSource({"transpositions", "slices"})
  void everyElementComesFromItsPlace(CopyCase c) {
    double[] x = c.values(c.shapeSize(), i -> i + 1);
    double[] expected = Arrays.stream(c.places()).mapToDouble(place -> x[place]).toArray();
    for (Device device : devices) {
      assertArrayEquals(expected, copied(device, true, c.geometry(), c.n(), x, c.partSize()));
      assertArrayEquals(expected, copied(device, false, c.geometry(), c.n(), x, c.partSize()));
    }
  }

  @ParameterizedTest
  @MethodSource("slices")
  void paddingPutsASliceBack(CopyCase c) {
    double[] x = c.values(c.partSize(), i -> i + 1);
    double[] expected = c.values(c.shapeSize(), i -> -7);
    int[] places = c.places();
    for (int i = 0; i < places.length; i++) {
      expected[places[i]] = x[i];
    }
    for (Device device : devices) {
      assertArrayEquals(expected, padded(device, true, c, x));
      assertArrayEquals(expected, padded(device, false, c, x));
    }
  }

  /// The types that nothing is computed in: bytes, shorts, ints and longs.
  @ParameterizedTest
  @MethodSource({"transpositions", "slices"})
  void whatIsNotComputedIsCopiedToo(CopyCase c) {
    int[] places = c.places();
    for (Class<?> type : List.of(byte.class, short.class, int.class, long.class)) {
      Object x = numbers(type, c.shapeSize());
      for (Device device : devices) {
        Object y = Array.newInstance(type, c.partSize() + 4);
        device.run(worker -> copy(worker, c, x, y));
        for (int i = 0; i < c.partSize() + 4; i++) {
          boolean inside = i >= 2 && i < c.partSize() + 2;
          Object expected = inside ? Array.get(x, places[i - 2]) : Array.get(y, 0);
          assertEquals(expected, Array.get(y, i), type + " at " + (i - 2));
        }
        assertEquals(0, ((Number) Array.get(y, 0)).intValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("slices")
  void whatIsNotComputedIsPaddedToo(CopyCase c) {
    int[] places = c.places();
    for (Class<?> type : List.of(byte.class, short.class, int.class, long.class)) {
      Object x = numbers(type, c.partSize());
      Object expected = Array.newInstance(type, c.shapeSize());
      short seven = Float.floatToFloat16(-7);
      for (int i = 0; i < c.shapeSize(); i++) {
        set(expected, i, type == short.class ? seven : -7);
      }
      for (int i = 0; i < places.length; i++) {
        set(expected, places[i], ((Number) Array.get(x, i)).longValue());
      }
      for (Device device : devices) {
        Object y = Array.newInstance(type, c.shapeSize());
        device.run(worker -> pad(worker, c, x, y));
        for (int i = 0; i < c.shapeSize(); i++) {
          assertEquals(Array.get(expected, i), Array.get(y, i), type + " at " + i);
        }
      }
    }
  }

  private static Object numbers(Class<?> type, int size) {
    Object array = Array.newInstance(type, size);
    for (int i = 0; i < size; i++) {
      set(array, i, (i + 1) * 0x0123_4567_89ab_cdefL);
    }
    return array;
  }

  private static void set(Object array, int at, long number) {
    switch (array) {
      case byte[] bytes -> bytes[at] = (byte) number;
      case short[] shorts -> shorts[at] = (short) number;
      case int[] ints -> ints[at] = (int) number;
      default -> ((long[]) array)[at] = number;
    }
  }

  private static void copy(Worker worker, CopyCase c, Object x, Object y) {
    switch (x) {
      case byte[] from -> CopyKernel.copy(worker, c.geometry(), c.n(), from, 0, (byte[]) y, 2);
      case short[] from -> CopyKernel.copy(worker, c.geometry(), c.n(), from, 0, (short[]) y, 2);
      case int[] from -> CopyKernel.copy(worker, c.geometry(), c.n(), from, 0, (int[]) y, 2);
      default -> CopyKernel.copy(worker, c.geometry(), c.n(), (long[]) x, 0, (long[]) y, 2);
    }
  }

  private static void pad(Worker worker, CopyCase c, Object x, Object y) {
    CopyGeometry g = c.opposite();
    int size = c.shapeSize();
    switch (x) {
      case byte[] from -> CopyKernel.pad(worker, g, c.n(), -7, size, from, 0, (byte[]) y, 0);
      case short[] from -> CopyKernel.pad(worker, g, c.n(), -7, size, from, 0, (short[]) y, 0);
      case int[] from -> CopyKernel.pad(worker, g, c.n(), -7, size, from, 0, (int[]) y, 0);
      default -> CopyKernel.pad(worker, g, c.n(), -7, size, (long[]) x, 0, (long[]) y, 0);
    }
  }

  /// Two parts of one array, neither of which touches the other.
  @Test
  void partsLieSideBySide() {
    int n = 3;
    Shape whole = Shape.of(2, N, 9);
    var left = CopyGeometry.place(whole, a(0, 0, 0), Shape.of(2, N, 4), a(1, 1, 1));
    var right = CopyGeometry.place(whole, a(0, 0, 4), Shape.of(2, N, 5), a(1, 1, 1));
    double[] x = IntStream.range(0, 2 * n * 9).mapToDouble(i -> i).toArray();
    for (Device device : devices) {
      SentinelArray low = SentinelArray.input(true, part(x, 0, 4));
      SentinelArray high = SentinelArray.input(true, part(x, 4, 5));
      SentinelArray y = SentinelArray.result(true, x.length);
      device.run(
          worker -> {
            CopyKernel.copy(worker, right, n, high.floats, high.at, y.floats, y.at);
            CopyKernel.copy(worker, left, n, low.floats, low.at, y.floats, y.at);
          });
      assertArrayEquals(x, y.checkWritten());
    }
  }

  private static double[] part(double[] x, int from, int size) {
    return IntStream.range(0, x.length)
        .filter(i -> i % 9 >= from && i % 9 < from + size)
        .mapToDouble(i -> x[i])
        .toArray();
  }

  /// The bits of a NaN, which arithmetic would not keep.
  @Test
  void bitsAreKept() {
    float[] x = new float[40 * 40];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(0x7fa00000 + i);
    }
    float[] y = new float[x.length];
    var g = CopyGeometry.transpose(Shape.of(40, 40), a(1, 0));
    devices.getFirst().run(worker -> CopyKernel.copy(worker, g, 1, x, 0, y, 0));
    for (int i = 0; i < x.length; i++) {
      int expected = Float.floatToRawIntBits(x[i % 40 * 40 + i / 40]);
      if (expected != Float.floatToRawIntBits(y[i])) {
        throw new AssertionError("element " + i);
      }
    }
  }

  private static double[] copied(
      Device device, boolean single, CopyGeometry g, int n, double[] values, int size) {
    SentinelArray x = SentinelArray.input(single, values);
    SentinelArray y = SentinelArray.result(single, size);
    device.run(
        worker -> {
          if (single) {
            CopyKernel.copy(worker, g, n, x.floats, x.at, y.floats, y.at);
          } else {
            CopyKernel.copy(worker, g, n, x.doubles, x.at, y.doubles, y.at);
          }
        });
    x.checkUntouched();
    return y.checkWritten();
  }

  private static double[] padded(Device device, boolean single, CopyCase c, double[] values) {
    SentinelArray x = SentinelArray.input(single, values);
    SentinelArray y = SentinelArray.result(single, c.shapeSize());
    CopyGeometry g = c.opposite();
    int size = c.shapeSize();
    device.run(
        worker -> {
          if (single) {
            CopyKernel.pad(worker, g, c.n(), -7, size, x.floats, x.at, y.floats, y.at);
          } else {
            CopyKernel.pad(worker, g, c.n(), -7, size, x.doubles, x.at, y.doubles, y.at);
          }
        });
    x.checkUntouched();
    return y.checkWritten();
  }
}
