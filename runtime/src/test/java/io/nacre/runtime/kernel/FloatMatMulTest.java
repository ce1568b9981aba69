package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.vector.FloatVectorMatMul;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatMatMulTest {
  private static final int[] SMALL = {0, 1, 2, 3, 5, 7, 8, 15, 16, 17, 31, 33, 65};
  private static final int[][] LARGE = {
    {63, 64, 100}, {64, 63, 1100}, {100, 385, 64}, {385, 100, 65}, {64, 200, 385}, {130, 17, 1030},
    {5, 300, 513}, {257, 130, 33}, {1, 385, 385}, {385, 1, 385}, {200, 200, 1}, {484, 20, 20}
  };

  private enum Kind {
    NN(false, false),
    NT(false, true),
    TN(true, false);

    final boolean turnsA;
    final boolean turnsB;

    Kind(boolean turnsA, boolean turnsB) {
      this.turnsA = turnsA;
      this.turnsB = turnsB;
    }
  }

  /// A matrix at an odd place in an array of guards, with guards behind every row.
  private record Matrix(float[] array, int at, int pitch, int rows, int columns) {
    static Matrix random(int rows, int columns, Random random) {
      int pitch = columns + 5;
      int at = 3;
      float[] array = new float[at + rows * pitch + 70];
      Matrix matrix = new Matrix(array, at, pitch, rows, columns);
      for (int i = 0; i < array.length; i++) {
        boolean guard = !matrix.owns(i);
        array[i] = guard ? Float.NaN : random.nextInt(16) == 0 ? -0f : random.nextFloat() - 0.5f;
      }
      return matrix;
    }

    boolean owns(int index) {
      int i = (index - at) / pitch;
      return index >= at && i < rows && (index - at) % pitch < columns;
    }

    float get(int i, int j) {
      return array[at + i * pitch + j];
    }

    Matrix copy() {
      return new Matrix(array.clone(), at, pitch, rows, columns);
    }

    void assertGuardsUntouched() {
      for (int i = 0; i < array.length; i++) {
        assertTrue(owns(i) || Float.isNaN(array[i]), "guard overwritten");
      }
    }
  }

  private record Case(
      Kind kind, int m, int n, int k, boolean add, Matrix a, Matrix b, Matrix c) {
    static Case random(Kind kind, int m, int n, int k, boolean add) {
      Random random = new Random(m * 31L + n * 17L + k);
      Matrix a = Matrix.random(kind.turnsA ? k : m, kind.turnsA ? m : k, random);
      Matrix b = Matrix.random(kind.turnsB ? n : k, kind.turnsB ? k : n, random);
      return new Case(kind, m, n, k, add, a, b, Matrix.random(m, n, random));
    }

    Matrix scalar(Worker w) {
      Matrix r = c.copy();
      float[] x = a.array;
      float[] y = b.array;
      float[] z = r.array;
      int p = a.pitch;
      int q = b.pitch;
      switch (kind) {
        case NN -> FloatScalarMatMul.nn(m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
        case NT -> FloatScalarMatMul.nt(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
        case TN -> FloatScalarMatMul.tn(m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
      }
      return r;
    }

    Matrix vector(Worker w) {
      Matrix r = c.copy();
      float[] x = a.array;
      float[] y = b.array;
      float[] z = r.array;
      int p = a.pitch;
      int q = b.pitch;
      switch (kind) {
        case NN -> FloatVectorMatMul.nn(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
        case NT -> FloatVectorMatMul.nt(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
        case TN -> FloatVectorMatMul.tn(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
      }
      return r;
    }

    Matrix shared(Device device) {
      Matrix r = c.copy();
      float[] x = a.array;
      float[] y = b.array;
      float[] z = r.array;
      int p = a.pitch;
      int q = b.pitch;
      device.run(
          switch (kind) {
            case NN -> w -> MatMulKernel.nn(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
            case NT -> w -> MatMulKernel.nt(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
            case TN -> w -> MatMulKernel.tn(w, m, n, k, x, 3, p, y, 3, q, z, 3, r.pitch, add);
          });
      return r;
    }

    void assertSameBits(Matrix expected, Matrix actual) {
      actual.assertGuardsUntouched();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          if (Float.compare(expected.get(i, j), actual.get(i, j)) != 0) {
            assertEquals(
                expected.get(i, j),
                actual.get(i, j),
                "%s %d x %d x %d, add %b, at %d, %d".formatted(kind, m, n, k, add, i, j));
          }
        }
      }
    }

    void assertNear(Matrix actual) {
      actual.assertGuardsUntouched();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = add ? c.get(i, j) : 0;
          double size = Math.abs(sum);
          for (int p = 0; p < k; p++) {
            double left = kind.turnsA ? a.get(p, i) : a.get(i, p);
            double right = kind.turnsB ? b.get(j, p) : b.get(p, j);
            sum += left * right;
            size += Math.abs(left * right);
          }
          assertEquals(sum, actual.get(i, j), size * (k + 1) * Math.ulp(1f), "at " + i + ", " + j);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorAndScalarGiveTheSameBits(Kind kind) {
    try (Device device = Device.cpu(1)) {
      device.run(
          worker -> {
            for (int m : SMALL) {
              for (int n : SMALL) {
                for (int k : SMALL) {
                  sameBits(worker, kind, m, n, k);
                }
              }
            }
            for (int[] size : LARGE) {
              sameBits(worker, kind, size[0], size[1], size[2]);
            }
          });
    }
  }

  private static void sameBits(Worker worker, Kind kind, int m, int n, int k) {
    for (boolean add : new boolean[] {false, true}) {
      Case product = Case.random(kind, m, n, k, add);
      product.assertSameBits(product.scalar(worker), product.vector(worker));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNearTheExactProduct(Kind kind) {
    try (Device device = Device.cpu(1)) {
      int[][] sizes = {{1, 1, 1}, {7, 17, 33}, {65, 31, 400}, {20, 70, 9}, {3, 4, 0}};
      for (int[] size : sizes) {
        for (boolean add : new boolean[] {false, true}) {
          Case product = Case.random(kind, size[0], size[1], size[2], add);
          product.assertNear(product.shared(device));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void anyNumberOfThreadsGivesTheSameBits(int threads) {
    int[][] sizes = {{1, 1, 1}, {385, 129, 70}, {70, 385, 129}, {64, 64, 1030}, {3, 1030, 100}};
    try (Device one = Device.cpu(1);
        Device many = Device.cpu(threads)) {
      for (Kind kind : Kind.values()) {
        for (int[] size : sizes) {
          Case product = Case.random(kind, size[0], size[1], size[2], true);
          one.run(
              worker -> product.assertSameBits(product.scalar(worker), product.shared(many)));
        }
      }
    }
  }

  @Test
  void infinitiesAndNotANumberSpreadTheSameWay() {
    try (Device device = Device.cpu(1)) {
      for (Kind kind : Kind.values()) {
        Case product = Case.random(kind, 13, 37, 50, false);
        product.a.array[product.a.at + 4] = Float.POSITIVE_INFINITY;
        product.b.array[product.b.at + 7] = Float.NaN;
        product.b.array[product.b.at + 9] = Float.NEGATIVE_INFINITY;
        device.run(w -> product.assertSameBits(product.scalar(w), product.vector(w)));
      }
    }
  }

  @Test
  void namesTheOperandThatDoesNotFit() {
    float[] six = new float[6];
    float[] five = new float[5];
    try (Device device = Device.cpu(1)) {
      assertMessage(
          IndexOutOfBoundsException.class,
          "B: 3 x 2 from 0 on, rows 2 apart, ends at 6 in an array of 5",
          () -> multiply(device, 2, six, five, new float[4]));
      assertMessage(
          IndexOutOfBoundsException.class,
          "C: 2 x 2 from 0 on, rows 2 apart, ends at 4 in an array of 3",
          () -> multiply(device, 2, six, six, new float[3]));
      assertMessage(
          IllegalArgumentException.class,
          "negative dimension in a product of -1 x 3 by 3 x 2",
          () -> multiply(device, -1, six, six, new float[4]));
    }
  }

  private static void multiply(Device device, int m, float[] a, float[] b, float[] c) {
    device.run(w -> MatMulKernel.nn(w, m, 2, 3, a, 0, 3, b, 0, 2, c, 0, 2, false));
  }

  private static void assertMessage(
      Class<? extends RuntimeException> type, String message, Runnable code) {
    assertEquals(message, assertThrows(type, code::run).getMessage());
  }
}
