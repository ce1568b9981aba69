package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PoolingGeometryTest {
  @Test
  void derivesTheOutput() {
    assertArrayEquals(a(2, 3), geometry(false).output());
    assertArrayEquals(a(3, 3), geometry(true).output());
    assertEquals(5 * 9, geometry(true).sampleOutputs());
    assertEquals(5 * 42, geometry(true).sampleInputs());
  }

  private static PoolingGeometry geometry(boolean full) {
    return PoolingGeometry.of(
        PoolingType.MAX, 5, a(6, 7), a(3, 3), a(2, 2), a(0, 0), full, true, 1);
  }

  @Test
  void saysWhatIsWrong() {
    refuses("width kernel 8 is larger than the padded input 7", 3, a(5), a(8), 1, 2);
    refuses("width stride must be at least 1, not 0", 3, a(5), a(2), 0, 2);
    refuses("channels must be at least 1, not 0", 0, a(5), a(2), 1, 2);
    refuses("kernel has 2 entries for 1 spatial axes", 3, a(5), a(2, 2), 1, 2);
    refuses("pooling has 1 to 3 spatial axes, not 4", 3, a(5, 5, 5, 5), a(2), 1, 2);
    refuses("the exponent is 1, 2 or 3, not 4", 3, a(5), a(2), 1, 4);
  }

  private static void refuses(
      String message, int channels, int[] input, int[] kernel, int stride, int power) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PoolingGeometry.of(
                    PoolingType.LP, channels, input, kernel, a(stride), a(1), false, true, power));
    assertEquals(message, thrown.getMessage());
  }

  private static int[] a(int... values) {
    return values;
  }
}
