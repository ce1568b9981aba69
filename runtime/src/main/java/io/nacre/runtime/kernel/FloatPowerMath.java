package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.FloatPowerMath.Constants.*;

/// Powers and roots of floats, with the same bits everywhere; powers and cube roots are those of
/// [DoublePowerMath], rounded.
public final class FloatPowerMath {
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private FloatPowerMath() {}

  /// `x^y`, with the special cases of IEEE 754 and C's `pow`.
  public static float pow(float x, float y) {
    return (float) DoublePowerMath.pow(x, y);
  }

  /// The cube root.
  public static float cbrt(float x) {
    return (float) DoublePowerMath.cbrt(x);
  }

  /// `sqrt(x^2 + y^2)`, without overflow or underflow on the way; infinite if one of them is.
  public static float hypot(float x, float y) {
    float a = Math.abs(x);
    float b = Math.abs(y);
    float large = a > b ? a : b;
    float small = a > b ? b : a;
    float scale = large < HYPOT_SMALL ? HYPOT_UP : 1f;
    scale = large > HYPOT_LARGE ? HYPOT_DOWN : scale;
    large = large * scale;
    small = small * scale;
    float result = (float) Math.sqrt(Math.fma(large, large, small * small)) / scale;
    result = x == x && y == y ? result : NAN;
    return Math.abs(x) == INFINITY || Math.abs(y) == INFINITY ? INFINITY : result;
  }

  /// What the functions and their vector twins have in common.
  public static final class Constants {
    private Constants() {}

    /// hypot scales numbers above and below these, so that their squares are normal.
    public static final float HYPOT_LARGE = 0x1p60f;

    public static final float HYPOT_SMALL = 0x1p-50f;
    public static final float HYPOT_DOWN = 0x1p-70f;
    public static final float HYPOT_UP = 0x1p80f;
  }
}
