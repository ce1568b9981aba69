package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConvolutionGeometryTest {
  @Test
  void derivesTheOutput() {
    ConvolutionGeometry g =
        ConvolutionGeometry.of(4, 6, 2, a(10, 11), a(3, 2), a(2, 3), a(1, 0), a(1, 4));
    assertArrayEquals(a(5, 3), g.output());
    assertEquals(6 * 5 * 3, g.sampleOutputs());
    assertEquals(4 * 110, g.sampleInputs());
    assertEquals(6 * 2 * 6, g.weights());
  }

  @Test
  void saysWhatIsWrong() {
    refuses("width kernel reaches over 6 of a padded input of 5", 4, 4, 1, a(5), a(6), 1);
    refuses("4 channels cannot be dealt out to 3 groups", 4, 6, 3, a(5), a(3), 1);
    refuses("7 filters cannot be dealt out to 2 groups", 4, 7, 2, a(5), a(3), 1);
    refuses("channels must be at least 1, not 0", 0, 7, 1, a(5), a(3), 1);
    refuses("kernel has 2 entries for 1 spatial axes", 4, 4, 1, a(5), a(3, 3), 1);
    refuses("a convolution has 1 to 3 spatial axes, not 0", 4, 4, 1, a(), a(3), 1);
    refuses("width stride must be at least 1, not 0", 4, 4, 1, a(5), a(3), 0);
    refuses(
        "the sample has more than 2^31 - 1 elements", 1 << 20, 1, 1, a(1 << 20), a(3), 1);
  }

  private static void refuses(
      String message, int channels, int filters, int groups, int[] input, int[] kernel, int s) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ConvolutionGeometry.of(
                    channels, filters, groups, input, kernel, a(s), a(0), a(1)));
    assertEquals(message, thrown.getMessage());
  }

  private static int[] a(int... values) {
    return values;
  }
}
