package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// Arrays that MXNet 1.9.1 computed: a file a case, float32, little-endian, each array aligned to 8
/// bytes, read one after the other.
final class KernelGoldens {
  private final ByteBuffer data;

  KernelGoldens(String name) {
    String path = "/golden-kernels/" + name + ".bin";
    try (InputStream stream = KernelGoldens.class.getResourceAsStream(path)) {
      data = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double[] next(int size) {
    FloatBuffer floats = data.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = floats.get(i);
    }
    data.position(Math.min(data.position() + Math.ceilDiv(size, 2) * 8, data.limit()));
    return values;
  }

  /// Checks that `actual` is near `expected`, relative to the largest expected value.
  static void assertNear(double[] expected, double[] actual, String what) {
    double largest = 1e-30;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-5 * largest, what + " at " + i);
    }
  }
}
