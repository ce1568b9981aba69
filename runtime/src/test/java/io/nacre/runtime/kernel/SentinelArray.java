package io.nacre.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// A float or double array with guard values before and after the part that a kernel may touch.
///
/// The guards are NaNs with a payload: a kernel that reads them spoils its result, one that writes
/// them is found out by [#checkWritten] or [#checkUntouched].
final class SentinelArray {
  private static final int GUARD = 19;
  private static final float FLOAT_GUARD = Float.intBitsToFloat(0x7fc0beef);
  private static final double DOUBLE_GUARD = Double.longBitsToDouble(0x7ff80000deadbeefL);

  /// The arrays; the one of the other precision is null.
  final float[] floats;

  final double[] doubles;

  /// Where the part of the kernel starts.
  final int at;

  private final int size;
  private final double[] original;

  private SentinelArray(boolean single, int size, int at) {
    this.size = size;
    this.at = at;
    int length = at + size + GUARD;
    floats = single ? new float[length] : null;
    doubles = single ? null : new double[length];
    for (int i = 0; i < length; i++) {
      put(i, true, 0);
    }
    original = new double[size];
  }

  /// An input that holds `values`, and must go on holding them.
  static SentinelArray input(boolean single, double[] values) {
    SentinelArray array = new SentinelArray(single, values.length, GUARD);
    for (int i = 0; i < values.length; i++) {
      array.put(array.at + i, false, values[i]);
      array.original[i] = array.get(array.at + i);
    }
    return array;
  }

  /// A result, full of guards until the kernel has written it.
  static SentinelArray result(boolean single, int size) {
    return new SentinelArray(single, size, GUARD + 2);
  }

  /// The values after a kernel has overwritten all of them and nothing else.
  double[] checkWritten() {
    checkGuards();
    double[] values = values();
    for (int i = 0; i < size; i++) {
      assertEquals(false, isGuard(at + i), "element " + i + " was not written");
    }
    return values;
  }

  void checkUntouched() {
    checkGuards();
    assertArrayEquals(original, values(), "an input was written");
  }

  private void checkGuards() {
    for (int i = 0; i < at; i++) {
      assertEquals(true, isGuard(i), "a guard was written " + (at - i) + " before the start");
    }
    for (int i = at + size; i < at + size + GUARD; i++) {
      assertEquals(true, isGuard(i), "a guard was written " + (i - at - size) + " after the end");
    }
  }

  private double[] values() {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = get(at + i);
    }
    return values;
  }

  private double get(int i) {
    return floats != null ? floats[i] : doubles[i];
  }

  private void put(int i, boolean guard, double value) {
    if (floats != null) {
      floats[i] = guard ? FLOAT_GUARD : (float) value;
    } else {
      doubles[i] = guard ? DOUBLE_GUARD : value;
    }
  }

  private boolean isGuard(int i) {
    return floats != null
        ? Float.floatToRawIntBits(floats[i]) == Float.floatToRawIntBits(FLOAT_GUARD)
        : Double.doubleToRawLongBits(doubles[i]) == Double.doubleToRawLongBits(DOUBLE_GUARD);
  }
}
