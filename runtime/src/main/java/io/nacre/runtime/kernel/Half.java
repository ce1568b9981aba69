package io.nacre.runtime.kernel;

/// Half precision, IEEE binary16: 11 binary digits, numbers up to 65504. Arrays hold the bits in a
/// `short`; arithmetic is done in floats.
public final class Half {
  private Half() {}

  /// The float16 that is nearest to `x`, at a tie the even one, as a float.
  public static float round(float x) {
    return Float.float16ToFloat(Float.floatToFloat16(x));
  }

  /// `target[i] = source[i]` for the elements from `from` to before `to`.
  public static void widen(short[] source, float[] target, int from, int to) {
    for (int i = from; i < to; i++) {
      target[i] = Float.float16ToFloat(source[i]);
    }
  }

  /// `target[i] = source[i]`, rounded, for the elements from `from` to before `to`.
  public static void narrow(float[] source, short[] target, int from, int to) {
    for (int i = from; i < to; i++) {
      target[i] = Float.floatToFloat16(source[i]);
    }
  }
}
