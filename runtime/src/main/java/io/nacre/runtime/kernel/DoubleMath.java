package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;

/// Elementary functions of a double, with the same bits everywhere.
///
/// They are polynomials evaluated by fused multiply-add, and use nothing that IEEE 754 does not
/// round correctly. `DoubleVectorMath` has the same functions for vectors and gives the same bits
/// for every argument; a change belongs in both. A result that is not a number is always
/// `Double.NaN`.
///
/// Largest errors measured on 16,000 random arguments each against 50 digits, in ulp: exp 1.0, log
/// 0.8, log1p 1.5, tanh 2.2, sigmoid 2.0, softrelu 1.8, erf 1.7.
public final class DoubleMath {
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));
  private static final long MANTISSA = 0xFFFFFFFFFFFFFL;

  /// Turns a whole number in the lowest bits of `n + ROUNDER` into the exponent of 2^(n - 1).
  private static final long HALF = 1022 - ROUNDER_BITS;

  private DoubleMath() {}

  /// The square root, correctly rounded.
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /// `e^x`: infinite above 709.8, with gradual underflow below -708.4.
  public static double exp(double x) {
    double y = x > EXP_MOST ? EXP_MOST : x;
    y = y < EXP_LEAST ? EXP_LEAST : y;
    double whole = Math.fma(y, LOG2_E, ROUNDER);
    double e = expm1Reduced(reduced(y, whole)) + 1;
    long n = Double.doubleToRawLongBits(whole) - ROUNDER_BITS;
    long half = n >> 1;
    double result = e * power(half) * power(n - half);
    return x == x ? result : Double.NaN;
  }

  /// `e^x - 1` without the loss of digits near 0.
  public static double expm1(double x) {
    double y = x > EXP_MOST ? EXP_MOST : x;
    y = y < EXPM1_LEAST ? EXPM1_LEAST : y;
    double whole = Math.fma(y, LOG2_E, ROUNDER);
    double e = expm1Reduced(reduced(y, whole));
    double half = Double.longBitsToDouble((Double.doubleToRawLongBits(whole) + HALF) << 52);
    double result = Math.fma(half, e, half - 0.5) * 2;
    result = Math.abs(x) < EXPM1_TINY ? x : result;
    return x == x ? result : Double.NaN;
  }

  /// The natural logarithm; negative infinity for 0, not a number below.
  public static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double scaled = subnormal ? x * 0x1p54 : x;
    double result = logNormal(scaled, subnormal ? 54 : 0);
    result = x >= 0 ? result : Double.NaN;
    result = x == 0 ? Double.NEGATIVE_INFINITY : result;
    return x == Double.POSITIVE_INFINITY ? x : result;
  }

  /// The logarithm to base 2, whole for powers of 2; negative infinity for 0, not a number below.
  public static double log2(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double scaled = subnormal ? x * 0x1p54 : x;
    long code = Double.doubleToRawLongBits(scaled) - SQRT_HALF;
    double n = Double.longBitsToDouble((code >> 52) + ROUNDER_BITS) - ROUNDER;
    n = n - (subnormal ? 54.0 : 0.0);
    double f = Double.longBitsToDouble((code & MANTISSA) + SQRT_HALF) - 1;
    double ratio = f / (f + 2);
    double z = ratio * ratio;
    double q = LOG_7;
    q = Math.fma(q, z, LOG_6);
    q = Math.fma(q, z, LOG_5);
    q = Math.fma(q, z, LOG_4);
    q = Math.fma(q, z, LOG_3);
    q = Math.fma(q, z, LOG_2);
    q = Math.fma(q, z, LOG_1);
    double halfSquare = f * f * 0.5;
    double high = f - halfSquare;
    double low = Math.fma(ratio, Math.fma(q, z, halfSquare), (f - high) - halfSquare);
    double product = high * LOG2_E;
    double productLow = Math.fma(high, LOG2_E, -product);
    double rest = Math.fma(high, LOG2_E_LOW, Math.fma(low, LOG2_E, productLow));
    double sum = n + product;
    double result = sum + ((product - (sum - n)) + rest);
    result = x >= 0 ? result : Double.NaN;
    result = x == 0 ? Double.NEGATIVE_INFINITY : result;
    return x == Double.POSITIVE_INFINITY ? x : result;
  }

  /// The logarithm to base 10; negative infinity for 0, not a number below.
  public static double log10(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double scaled = subnormal ? x * 0x1p54 : x;
    long code = Double.doubleToRawLongBits(scaled) - SQRT_HALF;
    double n = Double.longBitsToDouble((code >> 52) + ROUNDER_BITS) - ROUNDER;
    n = n - (subnormal ? 54.0 : 0.0);
    double f = Double.longBitsToDouble((code & MANTISSA) + SQRT_HALF) - 1;
    double ratio = f / (f + 2);
    double z = ratio * ratio;
    double q = LOG_7;
    q = Math.fma(q, z, LOG_6);
    q = Math.fma(q, z, LOG_5);
    q = Math.fma(q, z, LOG_4);
    q = Math.fma(q, z, LOG_3);
    q = Math.fma(q, z, LOG_2);
    q = Math.fma(q, z, LOG_1);
    double halfSquare = f * f * 0.5;
    double high = f - halfSquare;
    double low = Math.fma(ratio, Math.fma(q, z, halfSquare), (f - high) - halfSquare);
    double product = high * LOG10_E;
    double productLow = Math.fma(high, LOG10_E, -product);
    double rest = Math.fma(high, LOG10_E_LOW, Math.fma(low, LOG10_E, productLow));
    rest = Math.fma(n, LOG10_2_LOW, rest);
    double tens = n * LOG10_2_HIGH;
    double sum = tens + product;
    double result = sum + ((product - (sum - tens)) + rest);
    result = x >= 0 ? result : Double.NaN;
    result = x == 0 ? Double.NEGATIVE_INFINITY : result;
    return x == Double.POSITIVE_INFINITY ? x : result;
  }

  /// `log(1 + x)` without the loss of digits near 0; negative infinity for -1, not a number below.
  public static double log1p(double x) {
    double u = x + 1;
    double back = u - 1;
    double lost = (1 - (u - back)) + (x - back);
    double result = logNormal(u, 0) + lost / u;
    result = x >= -1 ? result : Double.NaN;
    result = x == -1 ? Double.NEGATIVE_INFINITY : result;
    result = x == 0 ? x : result;
    return x == Double.POSITIVE_INFINITY ? x : result;
  }

  /// The hyperbolic tangent: with `d = e^2|x| - 1` it is `d / (d + 2)`, and for a small
  /// x, where that rounds better, with `d = e^-2|x| - 1` it is `-d / (d + 2)`.
  public static double tanh(double x) {
    double y = Math.abs(x);
    y = y > TANH_MOST ? TANH_MOST : y;
    y = y < 0.5 ? y * -2 : y * 2;
    double whole = Math.fma(y, LOG2_E, ROUNDER);
    double scale = power(Double.doubleToRawLongBits(whole) - ROUNDER_BITS);
    double d = Math.fma(scale, expm1Reduced(reduced(y, whole)), scale - 1);
    double result = Math.copySign(d / (d + 2), x);
    return x == x ? result : Double.NaN;
  }

  /// `1 / (1 + e^-x)`, to full precision on both sides.
  public static double sigmoid(double x) {
    double z = expOfMinus(Math.abs(x));
    double result = (x >= 0 ? 1 : z) / (z + 1);
    return x == x ? result : Double.NaN;
  }

  /// `log(1 + e^x)`, which does not overflow: `max(x, 0) + log(1 + e^-|x|)`.
  public static double softrelu(double x) {
    double result = (x > 0 ? x : 0) + log1pUpToOne(expOfMinus(Math.abs(x)));
    return x == x ? result : Double.NaN;
  }

  /// The error function, `2 / sqrt(pi)` times the integral of `e^-t^2` from 0 to x.
  public static double erf(double x) {
    double y = Math.abs(x);
    double near = Math.fma(x, erfNear(x * x), x);
    double far = Math.copySign(erfFar(y > ERF_MOST ? ERF_MOST : y), x);
    double result = y < ERF_MIDDLE ? near : far;
    return x == x ? result : Double.NaN;
  }

  /// `e^-y` for y >= 0.
  private static double expOfMinus(double y) {
    double z = -y < EXP_LEAST ? EXP_LEAST : -y;
    double whole = Math.fma(z, LOG2_E, ROUNDER);
    double e = expm1Reduced(reduced(z, whole)) + 1;
    long n = Double.doubleToRawLongBits(whole) - ROUNDER_BITS;
    long half = n >> 1;
    return e * power(half) * power(n - half);
  }

  /// `log(1 + z)` for z from 0 to 1.
  private static double log1pUpToOne(double z) {
    double u = z + 1;
    double lost = z - (u - 1);
    boolean large = u > SQRT_2;
    return logReduced((large ? u * 0.5 : u) - 1, large ? 1 : 0) + lost / u;
  }

  /// `y - n log(2)` for the whole number n in `whole`; between -log(2)/2 and log(2)/2.
  static double reduced(double y, double whole) {
    double n = whole - ROUNDER;
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
  }

  /// `e^r - 1` for |r| <= log(2)/2.
  static double expm1Reduced(double r) {
    double q = EXP_11;
    q = Math.fma(q, r, EXP_10);
    q = Math.fma(q, r, EXP_9);
    q = Math.fma(q, r, EXP_8);
    q = Math.fma(q, r, EXP_7);
    q = Math.fma(q, r, EXP_6);
    q = Math.fma(q, r, EXP_5);
    q = Math.fma(q, r, EXP_4);
    q = Math.fma(q, r, EXP_3);
    q = Math.fma(q, r, 0.5);
    return Math.fma(q, r * r, r);
  }

  /// `2^n` where that is a normal number.
  private static double power(long n) {
    return Double.longBitsToDouble((n + 1023) << 52);
  }

  /// The logarithm of a normal x > 0, less `steps` log(2). With x = 2^n (1 + f) and 1 + f between
  /// sqrt(1/2) and sqrt(2) it is n log(2) + log(1 + f), and log(1 + f) = 2 artanh(s) with s = f /
  /// (2 + f), which is f - (f^2/2 - s (f^2/2 + R(s^2))).
  private static double logNormal(double x, double steps) {
    long bits = Double.doubleToRawLongBits(x) - SQRT_HALF;
    double f = Double.longBitsToDouble((bits & MANTISSA) + SQRT_HALF) - 1;
    return logReduced(f, Double.longBitsToDouble((bits >> 52) + ROUNDER_BITS) - ROUNDER - steps);
  }

  /// `log(1 + f) + n log(2)`.
  private static double logReduced(double f, double n) {
    double s = f / (f + 2);
    double z = s * s;
    double q = LOG_7;
    q = Math.fma(q, z, LOG_6);
    q = Math.fma(q, z, LOG_5);
    q = Math.fma(q, z, LOG_4);
    q = Math.fma(q, z, LOG_3);
    q = Math.fma(q, z, LOG_2);
    q = Math.fma(q, z, LOG_1);
    double halfSquare = f * f * 0.5;
    double w = n * LN2_LOW;
    w = Math.fma(s, Math.fma(q, z, halfSquare), w);
    return Math.fma(n, LN2_HIGH, f - (halfSquare - w));
  }

  /// `erf(x) / x - 1` for |x| < 2.
  private static double erfNear(double square) {
    double t = square - 2;
    double q = ERF_17;
    q = Math.fma(q, t, ERF_16);
    q = Math.fma(q, t, ERF_15);
    q = Math.fma(q, t, ERF_14);
    q = Math.fma(q, t, ERF_13);
    q = Math.fma(q, t, ERF_12);
    q = Math.fma(q, t, ERF_11);
    q = Math.fma(q, t, ERF_10);
    q = Math.fma(q, t, ERF_9);
    q = Math.fma(q, t, ERF_8);
    q = Math.fma(q, t, ERF_7);
    q = Math.fma(q, t, ERF_6);
    q = Math.fma(q, t, ERF_5);
    q = Math.fma(q, t, ERF_4);
    q = Math.fma(q, t, ERF_3);
    q = Math.fma(q, t, ERF_2);
    q = Math.fma(q, t, ERF_1);
    q = Math.fma(q, t, ERF_0);
    return q;
  }

  /// `erf(y)` for y from ERF_MIDDLE to ERF_MOST.
  private static double erfFar(double y) {
    double q = TAIL_17;
    q = Math.fma(q, y, TAIL_16);
    q = Math.fma(q, y, TAIL_15);
    q = Math.fma(q, y, TAIL_14);
    q = Math.fma(q, y, TAIL_13);
    q = Math.fma(q, y, TAIL_12);
    q = Math.fma(q, y, TAIL_11);
    q = Math.fma(q, y, TAIL_10);
    q = Math.fma(q, y, TAIL_9);
    q = Math.fma(q, y, TAIL_8);
    q = Math.fma(q, y, TAIL_7);
    q = Math.fma(q, y, TAIL_6);
    q = Math.fma(q, y, TAIL_5);
    q = Math.fma(q, y, TAIL_4);
    q = Math.fma(q, y, TAIL_3);
    q = Math.fma(q, y, TAIL_2);
    q = Math.fma(q, y, TAIL_1);
    q = Math.fma(q, y, TAIL_0);
    q = -q;
    double whole = Math.fma(q, LOG2_E, ROUNDER);
    double scale = power(Double.doubleToRawLongBits(whole) - ROUNDER_BITS);
    return 1 - Math.fma(scale, expm1Reduced(reduced(q, whole)), scale);
  }

  /// What the functions and their vector twins have in common. The polynomials are minimax
  /// approximations found by Remez's algorithm in 60 digits and rounded; the number in a name is
  /// the power that the coefficient belongs to.
  public static final class Constants {
    private Constants() {}

    /// What rounds to a whole number when added: 1.5 * 2^52. Its sum with a small whole number has
    /// that number in its lowest bits.
    public static final double ROUNDER = 0x1.8p52;

    public static final double LOG2_E = 1.4426950408889634;
    public static final double LN2_HIGH = 0.6931471805599453;
    public static final double LN2_LOW = 2.3190468138462996e-17;

    /// What LOG2_E lacks, and the same of log10(e); and log10(2), in a part whose product with an
    /// exponent is exact, and the rest.
    public static final double LOG2_E_LOW = 2.0355273740931033e-17;

    public static final double LOG10_E = 0.4342944819032518;
    public static final double LOG10_E_LOW = 1.098319650216765e-17;
    public static final double LOG10_2_HIGH = 0.30102999566383914;
    public static final double LOG10_2_LOW = 1.42050232272661e-13;

    public static final double SQRT_2 = 1.4142135623730951;

    /// Above this exp is infinite, below the next it is 0.
    public static final double EXP_MOST = 710.0;
    public static final double EXP_LEAST = -746.0;

    /// Below this expm1 is -1, and nearer to 0 than the next it is x.
    public static final double EXPM1_LEAST = -40.0;

    public static final double EXPM1_TINY = 0x1p-60;

    /// From here on tanh is 1.
    public static final double TANH_MOST = 20.0;

    /// Up to here erf is an odd polynomial, from here on 1 - e^-g.
    public static final double ERF_MIDDLE = 2.0;

    /// From here on erf is 1.
    public static final double ERF_MOST = 6.0;

    /// (e^r - 1 - r - r^2/2) / r^3 for |r| <= ln(2)/2.
    public static final double EXP_3 = 0.1666666666666668;
    public static final double EXP_4 = 0.041666666666619806;
    public static final double EXP_5 = 0.008333333333319053;
    public static final double EXP_6 = 0.0013888888920591243;
    public static final double EXP_7 = 0.00019841269894117837;
    public static final double EXP_8 = 2.480151623553631e-05;
    public static final double EXP_9 = 2.7557235330732665e-06;
    public static final double EXP_10 = 2.76222739756723e-07;
    public static final double EXP_11 = 2.511229758329874e-08;

    /// (log((1 + s) / (1 - s)) / s - 2) / s^2 as a polynomial in s^2.
    public static final double LOG_1 = 0.6666666666666734;
    public static final double LOG_2 = 0.3999999999941787;
    public static final double LOG_3 = 0.28571428741761407;
    public static final double LOG_4 = 0.22222198630794696;
    public static final double LOG_5 = 0.1818356162075827;
    public static final double LOG_6 = 0.15314113446565628;
    public static final double LOG_7 = 0.14795375057913945;

    /// erf(x) / x - 1 as a polynomial in x^2 - 2, whose terms are small.
    public static final double ERF_0 = -0.32506676396034495;
    public static final double ERF_1 = -0.13055593046562267;
    public static final double ERF_2 = 0.02986978465246291;
    public static final double ERF_3 = -0.00608284718114443;
    public static final double ERF_4 = 0.0010705215357389194;
    public static final double ERF_5 = -0.00016358986987978358;
    public static final double ERF_6 = 2.1954553493575913e-05;
    public static final double ERF_7 = -2.6183088559441936e-06;
    public static final double ERF_8 = 2.8047269049841815e-07;
    public static final double ERF_9 = -2.7238815666613838e-08;
    public static final double ERF_10 = 2.4177745004700204e-09;
    public static final double ERF_11 = -1.9751450077306766e-10;
    public static final double ERF_12 = 1.4940752865527035e-11;
    public static final double ERF_13 = -1.0519341995223387e-12;
    public static final double ERF_14 = 6.916400244003374e-14;
    public static final double ERF_15 = -4.281069587173403e-15;
    public static final double ERF_16 = 2.6265527850175743e-16;
    public static final double ERF_17 = -1.417106585693203e-17;

    /// -log(1 - erf(x)) for x from ERF_MIDDLE to ERF_MOST.
    public static final double TAIL_0 = -5.018661474917527e-05;
    public static final double TAIL_1 = 1.1286224630989463;
    public static final double TAIL_2 = 0.6361028847084892;
    public static final double TAIL_3 = 0.10336684028492642;
    public static final double TAIL_4 = -0.019437246595660037;
    public static final double TAIL_5 = -0.0003589073115268109;
    public static final double TAIL_6 = 0.0021485141091892573;
    public static final double TAIL_7 = -0.0010604790982376316;
    public static final double TAIL_8 = 0.000340372617645675;
    public static final double TAIL_9 = -8.235377527470277e-05;
    public static final double TAIL_10 = 1.5616957230084607e-05;
    public static final double TAIL_11 = -2.3398782360287784e-06;
    public static final double TAIL_12 = 2.750240073597552e-07;
    public static final double TAIL_13 = -2.4870866827623603e-08;
    public static final double TAIL_14 = 1.6716657419278556e-09;
    public static final double TAIL_15 = -7.867242685451352e-11;
    public static final double TAIL_16 = 2.3135310157747724e-12;
    public static final double TAIL_17 = -3.199089024169321e-14;
  }
}
