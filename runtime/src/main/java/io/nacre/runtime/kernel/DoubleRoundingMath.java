package io.nacre.runtime.kernel;

/// Whole numbers near a double, and what is left of a division, exactly and with the same bits
/// everywhere; see [DoubleMath]. `DoubleVectorRoundingMath` has the same functions for vectors.
///
/// Adding `WHOLE` and taking it away rounds a smaller number to a whole one. A zero has the sign of
/// x.
public final class DoubleRoundingMath {
  /// From here on every double is whole: 2^52.
  public static final double WHOLE = 0x1p52;

  private static final double NAN = Double.NaN;

  private DoubleRoundingMath() {}

  /// The largest whole number that is not above x.
  public static double floor(double x) {
    double y = Math.abs(x);
    double down = wholeBelow(y);
    double result = x < 0 && down != y ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The smallest whole number that is not below x.
  public static double ceil(double x) {
    double y = Math.abs(x);
    double down = wholeBelow(y);
    double result = x > 0 && down != y ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// x without its fraction.
  public static double trunc(double x) {
    double y = Math.abs(x);
    double down = wholeBelow(y);
    double result = down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The nearest whole number; of two equally near ones that further from 0, as C's `round`.
  public static double round(double x) {
    double y = Math.abs(x);
    double down = wholeBelow(y);
    double result = y - down >= 0.5 ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The nearest whole number; of two equally near ones the smaller, as MXNet's `rint`.
  public static double rint(double x) {
    double y = Math.abs(x);
    double down = wholeBelow(y);
    double rest = y - down;
    boolean up = rest > 0.5 || rest == 0.5 && x < 0;
    double result = up ? down + 1 : down;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// What is left of x when it is divided by y and the quotient rounded down: between 0 and y, with
  /// the sign of y. Divided by 0 it is 0, as in MXNet.
  public static double mod(double x, double y) {
    double rest = Math.abs(x) % Math.abs(y);
    rest = x < 0 ? -rest : rest;
    boolean apart = (rest < 0 && y > 0) || (rest > 0 && y < 0);
    double result = apart ? rest + y : rest;
    result = y == 0 ? 0 : result;
    return result == result ? result : NAN;
  }

  /// The largest whole number that is not above y, for y >= 0.
  private static double wholeBelow(double y) {
    double rounded = y + WHOLE - WHOLE;
    rounded = rounded > y ? rounded - 1 : rounded;
    return y < WHOLE ? rounded : y;
  }
}
