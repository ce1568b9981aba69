package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static io.nacre.runtime.kernel.DoublePowerMath.Constants.*;

/// Powers and roots of doubles, with the same bits everywhere; see [DoubleMath].
/// `DoubleVectorPowerMath` has the same functions for vectors, operation for operation.
public final class DoublePowerMath {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double MIN_NORMAL = Double.MIN_NORMAL;
  private static final long SIGN = 0x8000000000000000L;
  private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));

  private DoublePowerMath() {}

  /// `x^y`, with the special cases of IEEE 754 and C's `pow`: `x^0` and `1^y` are 1 whatever the
  /// other is, a negative x has a power if y is whole, and (-1)^y is 1 for an infinite y.
  ///
  /// `2^(y log2 |x|)`, where the logarithm and its product with y are sums of two doubles, so that
  /// an exponent of 1000 leaves an error of less than an ulp.
  public static double pow(double x, double y) {
    double base = Math.abs(x);
    boolean subnormal = base < MIN_NORMAL;
    double scaled = subnormal ? base * TWO_TO_54 : base;
    long code = Double.doubleToRawLongBits(scaled) - SQRT_HALF;
    double n = Double.longBitsToDouble((code >> 52) + ROUNDER_BITS) - ROUNDER;
    n = n - (subnormal ? 54.0 : 0.0);
    double f = Double.longBitsToDouble((code & MANTISSA) + SQRT_HALF) - 1;
    // ratio = f / (f + 2)
    double below = f + 2;
    double belowLow = f - (below - 2);
    double ratio = f / below;
    double ratioLow = (Math.fma(-ratio, below, f) - ratio * belowLow) / below;
    // ratio^3
    double z = ratio * ratio;
    double zLow = Math.fma(ratio + ratio, ratioLow, Math.fma(ratio, ratio, -z));
    double cube = z * ratio;
    double cubeLow = Math.fma(zLow, ratio, Math.fma(z, ratioLow, Math.fma(z, ratio, -cube)));
    // log(1 + f) = 2 ratio + 2/3 ratio^3 + ratio^5 P(ratio^2)
    double q = POWER_7;
    q = Math.fma(q, z, POWER_6);
    q = Math.fma(q, z, POWER_5);
    q = Math.fma(q, z, POWER_4);
    q = Math.fma(q, z, POWER_3);
    q = Math.fma(q, z, POWER_2);
    q = Math.fma(q, z, POWER_1);
    q = Math.fma(q, z, POWER_0);
    double third = cube * TWO_THIRDS;
    double thirdLow =
        Math.fma(
            q,
            cube * z,
            Math.fma(
                cubeLow,
                TWO_THIRDS,
                Math.fma(cube, TWO_THIRDS_LOW, Math.fma(cube, TWO_THIRDS, -third))));
    double log = ratio * 2 + third;
    double logLow = (third - (log - ratio * 2)) + Math.fma(ratioLow, 2.0, thirdLow);
    // log2(base) = n + log(1 + f) / log(2)
    double log2 = log * LOG2_E;
    double log2Low =
        Math.fma(log, LOG2_E_LOW, Math.fma(logLow, LOG2_E, Math.fma(log, LOG2_E, -log2)));
    double sum = n + log2;
    double sumLow = (log2 - (sum - n)) + log2Low;
    sum = base == 0 ? -INFINITY : sum;
    sum = base == INFINITY ? INFINITY : sum;
    // y log2(base), within what 2^t needs
    double t = sum * y;
    double tLow = Math.fma(sumLow, y, Math.fma(sum, y, -t));
    tLow = Math.abs(t) < POWER_MOST ? tLow : 0.0;
    t = t > POWER_MOST ? POWER_MOST : t;
    t = t < -POWER_MOST ? -POWER_MOST : t;
    // 2^t
    double whole = t + ROUNDER;
    double rest = (t - (whole - ROUNDER)) + tLow;
    double r = Math.fma(rest, LN2_HIGH, rest * LN2_LOW);
    double e = EXP_11;
    e = Math.fma(e, r, EXP_10);
    e = Math.fma(e, r, EXP_9);
    e = Math.fma(e, r, EXP_8);
    e = Math.fma(e, r, EXP_7);
    e = Math.fma(e, r, EXP_6);
    e = Math.fma(e, r, EXP_5);
    e = Math.fma(e, r, EXP_4);
    e = Math.fma(e, r, EXP_3);
    e = Math.fma(e, r, 0.5);
    e = Math.fma(e, r * r, r) + 1;
    long exponent = Double.doubleToRawLongBits(whole) - ROUNDER_BITS;
    long firstHalf = exponent >> 1;
    double result = e * Double.longBitsToDouble((firstHalf + 1023) << 52);
    result = result * Double.longBitsToDouble(((exponent - firstHalf) + 1023) << 52);
    result = base == 1 ? 1.0 : result;
    // a negative base: the sign of an odd exponent, and no number unless the exponent is whole
    double size = Math.abs(y);
    double halfSize = size * 0.5;
    boolean isWhole = size >= TWO_TO_52 || size + TWO_TO_52 - TWO_TO_52 == size;
    boolean isEven = size >= TWO_TO_53 || halfSize + TWO_TO_52 - TWO_TO_52 == halfSize;
    long flip = Double.doubleToRawLongBits(x) & SIGN;
    double signed = Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ flip);
    result = isWhole && !isEven ? signed : result;
    result = x < 0 && base < INFINITY && !isWhole ? NAN : result;
    result = x == x && y == y ? result : NAN;
    return y == 0 || x == 1 ? 1.0 : result;
  }

  /// The cube root. The exponent is divided by 3; a polynomial gives 9 bits of the root of the
  /// rest, from 1 to 8, a step of Halley's method 27, and a step of Newton's method all.
  public static double cbrt(double x) {
    double y = Math.abs(x);
    boolean subnormal = y < MIN_NORMAL;
    double scaled = subnormal ? y * TWO_TO_54 : y;
    long exponent = Double.doubleToRawLongBits(scaled) >> 52;
    long third = (exponent * 43691) >> 17;
    long rest = exponent - third * 3;
    double m =
        Double.longBitsToDouble(
            (Double.doubleToRawLongBits(scaled) & MANTISSA) | ((rest + 1023) << 52));
    double t = CBRT_4;
    t = Math.fma(t, m, CBRT_3);
    t = Math.fma(t, m, CBRT_2);
    t = Math.fma(t, m, CBRT_1);
    t = Math.fma(t, m, CBRT_0);
    double cube = t * t * t;
    t = t * (Math.fma(2.0, m, cube) / Math.fma(2.0, cube, m));
    double square = t * t;
    double lost = Math.fma(t, t, -square);
    double wrong = Math.fma(square, t, -m) + lost * t;
    t = t - wrong / (square * 3);
    double result = t * Double.longBitsToDouble((third + 682) << 52);
    result = subnormal ? result * TWO_TO_MINUS_18 : result;
    result = Math.copySign(result, x);
    result = y > 0 && y < INFINITY ? result : x;
    return x == x ? result : NAN;
  }

  /// `sqrt(x^2 + y^2)`, without overflow or underflow on the way; infinite if one of them is.
  public static double hypot(double x, double y) {
    double a = Math.abs(x);
    double b = Math.abs(y);
    double large = a > b ? a : b;
    double small = a > b ? b : a;
    double scale = large < HYPOT_SMALL ? HYPOT_UP : 1.0;
    scale = large > HYPOT_LARGE ? HYPOT_DOWN : scale;
    large = large * scale;
    small = small * scale;
    double result = Math.sqrt(Math.fma(large, large, small * small)) / scale;
    result = x == x && y == y ? result : NAN;
    return Math.abs(x) == INFINITY || Math.abs(y) == INFINITY ? INFINITY : result;
  }

  /// What the functions and their vector twins have in common; see [DoubleMath.Constants].
  public static final class Constants {
    private Constants() {}

    public static final double TWO_TO_52 = 0x1p52;
    public static final double TWO_TO_53 = 0x1p53;
    public static final double TWO_TO_54 = 0x1p54;
    public static final double TWO_TO_MINUS_18 = 0x1p-18;

    /// 2^t is infinite from here on, and 0 from its negative on.
    public static final double POWER_MOST = 1100.0;

    public static final double TWO_THIRDS = 0.6666666666666666;
    public static final double TWO_THIRDS_LOW = 3.700743415417188e-17;

    /// (log((1 + s) / (1 - s)) - 2 s - 2/3 s^3) / s^5 as a polynomial in s^2, for (1 + s) / (1 - s)
    /// from sqrt(1/2) to sqrt(2).
    public static final double POWER_0 = 0.39999999999999997;
    public static final double POWER_1 = 0.28571428571432933;
    public static final double POWER_2 = 0.22222222220346902;
    public static final double POWER_3 = 0.1818181854729972;
    public static final double POWER_4 = 0.1538457735482309;
    public static final double POWER_5 = 0.13335588133401097;
    public static final double POWER_6 = 0.11688485791708982;
    public static final double POWER_7 = 0.11884039018129693;

    /// The cube root from 1 to 8, to 9 bits.
    public static final double CBRT_0 = 0.627295639231685;
    public static final double CBRT_1 = 0.4491924777835766;
    public static final double CBRT_2 = -0.0837744530226787;
    public static final double CBRT_3 = 0.009583704253313176;
    public static final double CBRT_4 = -0.000432094047415633;

    /// hypot scales numbers above and below these, so that their squares are normal.
    public static final double HYPOT_LARGE = 0x1p500;

    public static final double HYPOT_SMALL = 0x1p-450;
    public static final double HYPOT_DOWN = 0x1p-600;
    public static final double HYPOT_UP = 0x1p600;
  }
}
