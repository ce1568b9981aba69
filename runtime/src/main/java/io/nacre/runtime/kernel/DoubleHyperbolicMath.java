package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleHyperbolicMath.Constants.*;
import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static io.nacre.runtime.kernel.DoubleMath.expm1Reduced;
import static io.nacre.runtime.kernel.DoubleMath.log1p;
import static io.nacre.runtime.kernel.DoubleMath.reduced;

/// Hyperbolic functions of a double, with the same bits everywhere; see [DoubleMath], which has the
/// hyperbolic tangent. `DoubleVectorHyperbolicMath` has the same functions for vectors, operation
/// for operation.
public final class DoubleHyperbolicMath {
  private static final double NAN = Double.NaN;

  /// Turns a whole number in the lowest bits of `n + ROUNDER` into the exponent of 2^(n - 2).
  private static final long QUARTER = 1021 - Double.doubleToRawLongBits(ROUNDER);

  private DoubleHyperbolicMath() {}

  /// `(e^x - e^-x) / 2`: with `t = e^|x| - 1` it is `(t + t / (t + 1)) / 2`. What is at hand is
  /// t/4, which does not overflow before the result does.
  public static double sinh(double x) {
    double y = Math.abs(x);
    y = y > SINH_MOST ? SINH_MOST : y;
    double whole = Math.fma(y, LOG2_E, ROUNDER);
    double e = expm1Reduced(reduced(y, whole));
    double quarter = Double.longBitsToDouble((Double.doubleToRawLongBits(whole) + QUARTER) << 52);
    e = Math.fma(quarter, e, quarter - 0.25);
    double twice = e * 2;
    double result = twice + (e > LARGE ? 0.5 : twice / Math.fma(e, 4.0, 1.0));
    result = y < TINY ? y : result;
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// `(e^x + e^-x) / 2`; what is at hand is `e^|x| / 4`.
  public static double cosh(double x) {
    double y = Math.abs(x);
    y = y > SINH_MOST ? SINH_MOST : y;
    double whole = Math.fma(y, LOG2_E, ROUNDER);
    double e = expm1Reduced(reduced(y, whole));
    double quarter = Double.longBitsToDouble((Double.doubleToRawLongBits(whole) + QUARTER) << 52);
    e = Math.fma(quarter, e, quarter);
    double result = Math.fma(e, 2.0, 0.125 / e);
    return x == x ? result : NAN;
  }

  /// The number whose hyperbolic sine is x: `log(|x| + sqrt(x^2 + 1))` with the sign of x.
  public static double arcsinh(double x) {
    double y = Math.abs(x);
    boolean large = y > LARGE;
    double square = y * y;
    double w = y + square / (Math.sqrt(square + 1) + 1);
    w = large ? y - 1 : w;
    double result = log1p(w);
    result = result + (large ? LN2 : 0.0);
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The number from 0 on whose hyperbolic cosine is x: `log(x + sqrt(x^2 - 1))`; not a number
  /// below 1.
  public static double arccosh(double x) {
    double w = x - 1;
    boolean large = x > LARGE;
    w = large ? w : w + Math.sqrt(Math.fma(w, w, w * 2));
    double result = log1p(w);
    return result + (large ? LN2 : 0.0);
  }

  /// The number whose hyperbolic tangent is x: `log((1 + x) / (1 - x)) / 2`; infinite for -1 and 1,
  /// not a number beyond.
  public static double arctanh(double x) {
    double y = Math.abs(x);
    double twice = y * 2;
    double result = log1p(Math.fma(twice, y / (1 - y), twice)) * 0.5;
    result = Math.copySign(result, x);
    return y <= 1 ? result : NAN;
  }

  /// What the functions and their vector twins have in common.
  public static final class Constants {
    private Constants() {}

    /// Above this sinh and cosh are infinite.
    public static final double SINH_MOST = 710.6;

    public static final double LN2 = LN2_HIGH;

    /// So large that 1 beside its square is nothing.
    public static final double LARGE = 0x1p30;

    /// So small that its square beside 1 is nothing.
    public static final double TINY = 0x1p-30;
  }
}
