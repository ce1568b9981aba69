package io.nacre.runtime.kernel;

/// Whole numbers near a float, and what is left of a division, exactly and with the same bits
/// everywhere; see [FloatMath]. `FloatVectorRoundingMath` has the same functions for vectors.
///
/// Adding `WHOLE` and taking it away rounds a smaller number to a whole one. A zero has the sign of
/// x.
public final class FloatRoundingMath {
  /// From here on every float is whole: 2^23.
  public static final float WHOLE = 0x1p23f;

  private static final float NAN = Float.NaN;

  private FloatRoundingMath() {}

  /// The largest whole number that is not above x.
  public static float floor(float x) {
    float y = Math.abs(x);
    float down = wholeBelow(y);
    float result = x < 0 && down != y ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The smallest whole number that is not below x.
  public static float ceil(float x) {
    float y = Math.abs(x);
    float down = wholeBelow(y);
    float result = x > 0 && down != y ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// x without its fraction.
  public static float trunc(float x) {
    float y = Math.abs(x);
    float down = wholeBelow(y);
    float result = down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The nearest whole number; of two equally near ones that further from 0, as C's `round`.
  public static float round(float x) {
    float y = Math.abs(x);
    float down = wholeBelow(y);
    float result = y - down >= 0.5f ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The nearest whole number; of two equally near ones the smaller, as MXNet's `rint`.
  public static float rint(float x) {
    float y = Math.abs(x);
    float down = wholeBelow(y);
    float rest = y - down;
    boolean up = rest > 0.5f || rest == 0.5f && x < 0;
    float result = up ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// What is left of x when it is divided by y and the quotient rounded down: between 0 and y, with
  /// the sign of y. Divided by 0 it is 0, as in MXNet.
  public static float mod(float x, float y) {
    float rest = Math.abs(x) % Math.abs(y);
    rest = x < 0 ? -rest : rest;
    boolean apart = (rest < 0 && y > 0) || (rest > 0 && y < 0);
    float result = apart ? rest + y : rest;
    result = y == 0 ? 0 : result;
    return result == result ? result : NAN;
  }

  /// The largest whole number that is not above y, for y >= 0.
  private static float wholeBelow(float y) {
    float rounded = y + WHOLE - WHOLE;
    rounded = rounded > y ? rounded - 1 : rounded;
    return y < WHOLE ? rounded : y;
  }
}
