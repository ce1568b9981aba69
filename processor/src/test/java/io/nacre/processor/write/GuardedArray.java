package io.nacre.processor.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.processor.ir.DataType;
import java.util.Arrays;
import java.util.Random;

/// An array with guard values before and after its part in use, so that code that reaches beyond shows.
final class GuardedArray {
  /// Where the part in use begins; no multiple of a vector's length.
  static final int START = 37;

  private static final int GUARD_BITS = 0x7fc0_1234;

  private final DataType type;
  private final int length;
  private final long[] before;
  private final float[] floats;
  private final double[] doubles;

  private GuardedArray(DataType type, int length, double[] values) {
    this.type = type;
    this.length = length;
    int all = length + 2 * START;
    floats = type == DataType.FLOAT32 ? new float[all] : null;
    doubles = type == DataType.FLOAT64 ? new double[all] : null;
    for (int i = 0; i < all; i++) {
      boolean inside = i >= START && i < START + length;
      if (floats != null) {
        floats[i] = inside ? (float) values[i - START] : Float.intBitsToFloat(GUARD_BITS);
      } else {
        doubles[i] = inside ? values[i - START] : Double.longBitsToDouble(guard());
      }
    }
    before = bits();
  }

  static GuardedArray random(DataType type, int length, Random random) {
    return new GuardedArray(type, length, random.doubles(length, 0.25, 2).toArray());
  }

  static GuardedArray empty(DataType type, int length) {
    return new GuardedArray(type, length, new double[length]);
  }

  Object array() {
    return floats != null ? floats : doubles;
  }

  double[] values() {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = floats != null ? floats[START + i] : doubles[START + i];
    }
    return values;
  }

  boolean sameBits(GuardedArray other) {
    return Arrays.equals(bits(), other.bits());
  }

  void requireUntouched() {
    assertArrayEquals(before, bits(), "an input was changed");
  }

  void requireGuards() {
    long[] bits = bits();
    for (int i = 0; i < START; i++) {
      assertEquals(guard(), bits[i], "written before the output");
      assertEquals(guard(), bits[bits.length - 1 - i], "written after the output");
    }
  }

  private long guard() {
    return type == DataType.FLOAT32 ? GUARD_BITS : 0x7ff8_0000_0000_1234L;
  }

  private long[] bits() {
    long[] bits = new long[length + 2 * START];
    for (int i = 0; i < bits.length; i++) {
      bits[i] =
          floats != null
              ? Float.floatToRawIntBits(floats[i])
              : Double.doubleToRawLongBits(doubles[i]);
    }
    return bits;
  }
}
