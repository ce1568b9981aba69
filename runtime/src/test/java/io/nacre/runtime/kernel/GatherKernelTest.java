package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GatherKernelTest {
  private static List<Device> devices;

  @BeforeAll
  static void start() {
    devices = List.of(Device.cpu(1), Device.cpu(2), Device.cpu(3), Device.cpu(7));
  }

  @AfterAll
  static void close() {
    devices.forEach(Device::close);
  }

  private record Case(
      IndexMode mode, int tables, int rows, int columns, int count, int jTables, int jColumns) {

    double[] random(int size, int seed) {
      return new Random(seed).doubles(size, -1, 1).map(x -> (float) x).toArray();
    }

    double[] table() {
      return random(tables * rows * columns, 1);
    }

    double[] values() {
      return random(tables * count * columns, 2);
    }

    /// With fractions, and beyond the table unless that is an error.
    double[] indices() {
      int size = jTables * count * jColumns;
      double low = mode == IndexMode.RAISE ? 0 : -2.0 * rows;
      double high = mode == IndexMode.RAISE ? rows - 1 : 3.0 * rows;
      Random random = new Random(3);
      double[] indices = new double[size];
      for (int i = 0; i < size; i++) {
        indices[i] = (float) (low + (high - low) * random.nextDouble());
      }
      return indices;
    }

    private int row(int t, int k, int c) {
      int table = jTables == 1 ? 0 : t;
      double index = indices()[(table * count + k) * jColumns + (jColumns == 1 ? 0 : c)];
      int number = (int) index;
      return mode == IndexMode.WRAP
          ? ((number % rows) + rows) % rows
          : number < 0 ? 0 : Math.min(number, rows - 1);
    }

    double[] gathered() {
      double[] x = table();
      double[] y = new double[tables * count * columns];
      for (int at = 0; at < y.length; at++) {
        int t = at / (count * columns);
        int c = at % columns;
        y[at] = x[(t * rows + row(t, at / columns % count, c)) * columns + c];
      }
      return y;
    }

    /// In the order that the kernel promises.
    double[] summed(boolean single) {
      double[] y = values();
      double[] x = new double[tables * rows * columns];
      for (int at = 0; at < y.length; at++) {
        int t = at / (count * columns);
        int c = at % columns;
        int sum = (t * rows + row(t, at / columns % count, c)) * columns + c;
        x[sum] = single ? (float) x[sum] + (float) y[at] : x[sum] + y[at];
      }
      return x;
    }

    double[] gather(Device device, boolean single, double[] indices) {
      SentinelArray x = SentinelArray.input(single, table());
      SentinelArray j = SentinelArray.input(single, indices);
      SentinelArray y = SentinelArray.result(single, tables * count * columns);
      device.run(
          worker -> {
            if (single) {
              GatherKernel.gather(
                  worker, mode, tables, rows, columns, count, jTables, jColumns, x.floats, x.at,
                  j.floats, j.at, y.floats, y.at);
            } else {
              GatherKernel.gather(
                  worker, mode, tables, rows, columns, count, jTables, jColumns, x.doubles, x.at,
                  j.doubles, j.at, y.doubles, y.at);
            }
          });
      x.checkUntouched();
      j.checkUntouched();
      return y.checkWritten();
    }

    double[] scatterAdd(Device device, boolean single) {
      SentinelArray j = SentinelArray.input(single, indices());
      SentinelArray y = SentinelArray.input(single, values());
      SentinelArray x = SentinelArray.result(single, tables * rows * columns);
      device.run(
          worker -> {
            if (single) {
              GatherKernel.scatterAdd(
                  worker, mode, tables, rows, columns, count, jTables, jColumns, j.floats, j.at,
                  y.floats, y.at, x.floats, x.at);
            } else {
              GatherKernel.scatterAdd(
                  worker, mode, tables, rows, columns, count, jTables, jColumns, j.doubles, j.at,
                  y.doubles, y.at, x.doubles, x.at);
            }
          });
      j.checkUntouched();
      y.checkUntouched();
      return x.checkWritten();
    }
  }

  static List<Case> cases() {
    int[][] sizes = {
      {1, 1, 1, 1}, {1, 5, 1, 9}, {1, 7, 3, 20}, {1, 40, 16, 33}, {4, 6, 1, 1}, {5, 3, 7, 2},
      {3, 2, 13, 29}, {2, 1, 9, 4}, {9, 11, 2, 1}
    };
    List<Case> cases = new ArrayList<>();
    for (IndexMode mode : IndexMode.values()) {
      for (int[] s : sizes) {
        cases.add(new Case(mode, s[0], s[1], s[2], s[3], 1, 1));
        cases.add(new Case(mode, s[0], s[1], s[2], s[3], s[0], 1));
        cases.add(new Case(mode, s[0], s[1], s[2], s[3], 1, s[2]));
        cases.add(new Case(mode, s[0], s[1], s[2], s[3], s[0], s[2]));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheDefinitionForAnyNumberOfThreads(Case c) {
    for (Device device : devices) {
      for (boolean single : new boolean[] {true, false}) {
        assertArrayEquals(c.gathered(), c.gather(device, single, c.indices()), "gather");
        assertArrayEquals(c.summed(single), c.scatterAdd(device, single), "scatterAdd");
      }
    }
  }

  /// Floats by indices that are doubles, as a model with int32 or int64 indices picks them.
  @ParameterizedTest
  @MethodSource("cases")
  void floatsByDoubles(Case c) {
    for (Device device : devices) {
      SentinelArray table = SentinelArray.input(true, c.table());
      SentinelArray j = SentinelArray.input(false, c.indices());
      SentinelArray y = SentinelArray.result(true, c.values().length);
      device.run(
          worker ->
              GatherKernel.gather(
                  worker, c.mode, c.tables, c.rows, c.columns, c.count, c.jTables, c.jColumns,
                  table.floats, table.at, j.doubles, j.at, y.floats, y.at));
      assertArrayEquals(c.gathered(), y.checkWritten(), "gather");
      SentinelArray values = SentinelArray.input(true, c.values());
      SentinelArray x = SentinelArray.result(true, c.table().length);
      device.run(
          worker ->
              GatherKernel.scatterAdd(
                  worker, c.mode, c.tables, c.rows, c.columns, c.count, c.jTables, c.jColumns,
                  j.doubles, j.at, values.floats, values.at, x.floats, x.at));
      assertArrayEquals(c.summed(true), x.checkWritten(), "scatterAdd");
      table.checkUntouched();
      j.checkUntouched();
      values.checkUntouched();
    }
  }

  /// Rows that float32 indices cannot tell apart.
  @Test
  void doublesCountBeyondFloats() {
    int rows = (1 << 24) + 3;
    float[] x = new float[rows];
    double[] j = {rows - 1, rows - 2, rows - 3};
    for (int i = 0; i < 3; i++) {
      x[(int) j[i]] = i + 1;
    }
    float[] y = new float[3];
    devices
        .get(1)
        .run(
            worker ->
                GatherKernel.gather(
                    worker, IndexMode.RAISE, 1, rows, 1, 3, 1, 1, x, 0, j, 0, y, 0));
    assertArrayEquals(new float[] {1, 2, 3}, y);
  }

  @ParameterizedTest
  @CsvSource({
    "CLIP, -0.9, 0", "CLIP, -3, 0", "CLIP, 3.99, 3", "CLIP, 1e30, 3", "CLIP, NaN, 0",
    "CLIP, -Infinity, 0", "CLIP, Infinity, 3", "WRAP, -0.9, 0", "WRAP, -1, 3", "WRAP, -4, 0",
    "WRAP, 7.5, 3", "WRAP, NaN, 0", "RAISE, -0.9, 0", "RAISE, 2.5, 2", "RAISE, 3.5, 3"
  })
  void cutsFractionsOff(IndexMode mode, double index, int row) {
    Case c = new Case(mode, 1, 4, 2, 1, 1, 1);
    double[] expected = {c.table()[2 * row], c.table()[2 * row + 1]};
    for (boolean single : new boolean[] {true, false}) {
      double[] y = c.gather(devices.getFirst(), single, new double[] {index});
      assertArrayEquals(expected, y);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, -1.0", "4, 4.0", "1e9, 1.0E9", "-Infinity, -Infinity", "NaN, NaN"})
  void anyNumberOfThreadsNamesTheFirstWrongIndex(double wrong, String text) {
    Case c = new Case(IndexMode.RAISE, 1, 4, 50, 9, 1, 1);
    double[] indices = {0, 1, 2, 3, 0, wrong, 1, -7, 2};
    for (Device device : devices) {
      for (boolean single : new boolean[] {true, false}) {
        assertEquals(
            "index 5 is " + text + ", which is not from 0 to 3",
            assertThrows(
                    IndexOutOfBoundsException.class, () -> c.gather(device, single, indices))
                .getMessage());
      }
    }
  }

  @Test
  void refusesMoreRowsThanFloatsCount() {
    float[] one = new float[1];
    double[] two = new double[1];
    int rows = (1 << 24) + 1;
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    devices
                        .getFirst()
                        .run(
                            worker ->
                                GatherKernel.gather(
                                    worker, IndexMode.CLIP, 1, rows, 1, 1, 1, 1, one, 0, one, 0,
                                    one, 0)))
            .getMessage();
    assertEquals("16777217 rows are more than float indices tell apart, 16777216", message);
    devices
        .getFirst()
        .run(
            worker ->
                GatherKernel.gather(
                    worker, IndexMode.CLIP, 1, rows, 1, 1, 1, 1, two, 0, two, 0, two, 0));
  }
}
