package io.nacre.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collection;

/// Compares arrays: a difference counts relative to the largest number around.
public final class Closeness {
  private Closeness() {}

  static double largest(Collection<double[]> arrays) {
    return arrays.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  public static double largest(double[] array) {
    return Arrays.stream(array).map(Math::abs).max().orElse(0);
  }

  public static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= tolerance)) {
        assertEquals(expected[i], actual[i], tolerance, what + "[" + i + "]");
      }
    }
  }
}
