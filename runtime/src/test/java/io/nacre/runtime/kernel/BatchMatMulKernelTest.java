package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.runtime.Device;
import io.nacre.runtime.Worker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchMatMulKernelTest {
  private enum Form {
    NN,
    NT,
    TN
  }

  private record Case(Form form, boolean single, int count, int m, int n, int k) {
    double[] random(int size) {
      return new Random(size).doubles((long) count * size, -1, 1).toArray();
    }

    /// All products by one call for each device.
    double[] stacked(Device device) {
      SentinelArray a = SentinelArray.input(single, random(m * k));
      SentinelArray b = SentinelArray.input(single, random(k * n));
      SentinelArray c = SentinelArray.result(single, count * m * n);
      device.run(worker -> call(worker, a, b, c));
      a.checkUntouched();
      b.checkUntouched();
      return c.checkWritten();
    }

    private void call(Worker w, SentinelArray a, SentinelArray b, SentinelArray c) {
      float[] x = a.floats;
      float[] y = b.floats;
      float[] z = c.floats;
      double[] p = a.doubles;
      double[] q = b.doubles;
      double[] r = c.doubles;
      if (single) {
        switch (form) {
          case NN -> BatchMatMulKernel.nn(w, count, m, n, k, x, a.at, y, b.at, z, c.at);
          case NT -> BatchMatMulKernel.nt(w, count, m, n, k, x, a.at, y, b.at, z, c.at);
          case TN -> BatchMatMulKernel.tn(w, count, m, n, k, x, a.at, y, b.at, z, c.at);
        }
      } else {
        switch (form) {
          case NN -> BatchMatMulKernel.nn(w, count, m, n, k, p, a.at, q, b.at, r, c.at);
          case NT -> BatchMatMulKernel.nt(w, count, m, n, k, p, a.at, q, b.at, r, c.at);
          case TN -> BatchMatMulKernel.tn(w, count, m, n, k, p, a.at, q, b.at, r, c.at);
        }
      }
    }

    /// One fused multiply-add after the other, for each element.
    double[] reference() {
      double[] a = rounded(random(m * k));
      double[] b = rounded(random(k * n));
      double[] c = new double[count * m * n];
      for (int at = 0; at < c.length; at++) {
        int matrix = at / (m * n);
        int row = at / n % m;
        int column = at % n;
        double sum = 0;
        for (int i = 0; i < k; i++) {
          double left = a[matrix * m * k + (form == Form.TN ? i * m + row : row * k + i)];
          double right = b[matrix * k * n + (form == Form.NT ? column * k + i : i * n + column)];
          sum =
              single
                  ? Math.fma((float) left, (float) right, (float) sum)
                  : Math.fma(left, right, sum);
        }
        c[at] = sum;
      }
      return c;
    }

    private double[] rounded(double[] values) {
      return single ? Arrays.stream(values).map(value -> (float) value).toArray() : values;
    }
  }

  static List<Case> cases() {
    int[][] sizes = {
      {1, 1, 1, 1}, {5, 1, 7, 3}, {3, 7, 1, 20}, {17, 5, 9, 33}, {2, 65, 31, 40}, {4, 64, 64, 64},
      {1, 130, 70, 90}, {200, 3, 3, 3}, {3, 129, 40, 17}, {7, 4, 300, 65}
    };
    List<Case> cases = new ArrayList<>();
    for (Form form : Form.values()) {
      for (boolean single : new boolean[] {true, false}) {
        for (int[] size : sizes) {
          cases.add(new Case(form, single, size[0], size[1], size[2], size[3]));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyElementIsOneChainForAnyNumberOfThreads(Case c) {
    double[] expected = c.reference();
    for (int threads : new int[] {1, 2, 3, 7}) {
      try (Device device = Device.cpu(threads)) {
        assertArrayEquals(expected, c.stacked(device), threads + " threads");
      }
    }
  }

  @Test
  void refusesSizesThatNoStackHas() {
    float[] six = new float[6];
    try (Device device = Device.cpu(1)) {
      assertMessage(
          "a stack of -1 matrices",
          () -> device.run(w -> BatchMatMulKernel.nn(w, -1, 1, 1, 1, six, 0, six, 0, six, 0)));
      assertMessage(
          "negative dimension in a product of 1 x -2 by -2 x 1",
          () -> device.run(w -> BatchMatMulKernel.nt(w, 1, 1, 1, -2, six, 0, six, 0, six, 0)));
    }
  }

  private static void assertMessage(String message, Runnable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
  }
}
