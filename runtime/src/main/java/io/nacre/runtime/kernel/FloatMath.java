package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.FloatMath.Constants.*;

/// Elementary functions of a float, with the same bits everywhere.
///
/// They are polynomials evaluated by fused multiply-add, and use nothing that IEEE 754 does not
/// round correctly. `FloatVectorMath` has the same functions for vectors and gives the same bits
/// for every argument; a change belongs in both. A result that is not a number is always
/// `Float.NaN`.
///
/// Largest errors measured over a sweep of all bit patterns in steps of 1009, in ulp: exp 1.0, log
/// 0.8, log1p 1.5, tanh 2.2, sigmoid 2.1, softrelu 1.9, erf 1.2.
public final class FloatMath {
  private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
  private static final int SQRT_HALF = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final int MANTISSA = 0x7FFFFF;

  /// Turns a whole number in the lowest bits of `n + ROUNDER` into the exponent of 2^(n - 1).
  private static final int HALF = 126 - ROUNDER_BITS;

  private FloatMath() {}

  /// The square root, correctly rounded.
  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  /// `e^x`: infinite above 88.7, with gradual underflow below -87.3.
  public static float exp(float x) {
    float y = x > EXP_MOST ? EXP_MOST : x;
    y = y < EXP_LEAST ? EXP_LEAST : y;
    float whole = Math.fma(y, LOG2_E, ROUNDER);
    float e = expm1Reduced(reduced(y, whole)) + 1;
    int n = Float.floatToRawIntBits(whole) - ROUNDER_BITS;
    int half = n >> 1;
    float result = e * power(half) * power(n - half);
    return x == x ? result : Float.NaN;
  }

  /// `e^x - 1` without the loss of digits near 0.
  public static float expm1(float x) {
    float y = x > EXP_MOST ? EXP_MOST : x;
    y = y < EXPM1_LEAST ? EXPM1_LEAST : y;
    float whole = Math.fma(y, LOG2_E, ROUNDER);
    float e = expm1Reduced(reduced(y, whole));
    float half = Float.intBitsToFloat((Float.floatToRawIntBits(whole) + HALF) << 23);
    float result = Math.fma(half, e, half - 0.5f) * 2;
    result = Math.abs(x) < EXPM1_TINY ? x : result;
    return x == x ? result : Float.NaN;
  }

  /// The natural logarithm; negative infinity for 0, not a number below.
  public static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    float scaled = subnormal ? x * 0x1p25f : x;
    float result = logNormal(scaled, subnormal ? 25 : 0);
    result = x >= 0 ? result : Float.NaN;
    result = x == 0 ? Float.NEGATIVE_INFINITY : result;
    return x == Float.POSITIVE_INFINITY ? x : result;
  }

  /// The logarithm to base 2, whole for powers of 2; negative infinity for 0, not a number below.
  public static float log2(float x) {
    return (float) DoubleMath.log2(x);
  }

  /// The logarithm to base 10; negative infinity for 0, not a number below.
  public static float log10(float x) {
    return (float) DoubleMath.log10(x);
  }

  /// `log(1 + x)` without the loss of digits near 0; negative infinity for -1, not a number below.
  public static float log1p(float x) {
    float u = x + 1;
    float back = u - 1;
    float lost = (1 - (u - back)) + (x - back);
    float result = logNormal(u, 0) + lost / u;
    result = x >= -1 ? result : Float.NaN;
    result = x == -1 ? Float.NEGATIVE_INFINITY : result;
    result = x == 0 ? x : result;
    return x == Float.POSITIVE_INFINITY ? x : result;
  }

  /// The hyperbolic tangent: with `d = e^2|x| - 1` it is `d / (d + 2)`, and for a small
  /// x, where that rounds better, with `d = e^-2|x| - 1` it is `-d / (d + 2)`.
  public static float tanh(float x) {
    float y = Math.abs(x);
    y = y > TANH_MOST ? TANH_MOST : y;
    y = y < 0.5f ? y * -2 : y * 2;
    float whole = Math.fma(y, LOG2_E, ROUNDER);
    float scale = power(Float.floatToRawIntBits(whole) - ROUNDER_BITS);
    float d = Math.fma(scale, expm1Reduced(reduced(y, whole)), scale - 1);
    float result = Math.copySign(d / (d + 2), x);
    return x == x ? result : Float.NaN;
  }

  /// `1 / (1 + e^-x)`, to full precision on both sides.
  public static float sigmoid(float x) {
    float z = expOfMinus(Math.abs(x));
    float result = (x >= 0 ? 1 : z) / (z + 1);
    return x == x ? result : Float.NaN;
  }

  /// `log(1 + e^x)`, which does not overflow: `max(x, 0) + log(1 + e^-|x|)`.
  public static float softrelu(float x) {
    float result = (x > 0 ? x : 0) + log1pUpToOne(expOfMinus(Math.abs(x)));
    return x == x ? result : Float.NaN;
  }

  /// The error function, `2 / sqrt(pi)` times the integral of `e^-t^2` from 0 to x.
  public static float erf(float x) {
    float y = Math.abs(x);
    float near = Math.fma(x, erfNear(x * x), x);
    float far = Math.copySign(erfFar(y > ERF_MOST ? ERF_MOST : y), x);
    float result = y < ERF_MIDDLE ? near : far;
    return x == x ? result : Float.NaN;
  }

  /// `e^-y` for y >= 0.
  private static float expOfMinus(float y) {
    float z = -y < EXP_LEAST ? EXP_LEAST : -y;
    float whole = Math.fma(z, LOG2_E, ROUNDER);
    float e = expm1Reduced(reduced(z, whole)) + 1;
    int n = Float.floatToRawIntBits(whole) - ROUNDER_BITS;
    int half = n >> 1;
    return e * power(half) * power(n - half);
  }

  /// `log(1 + z)` for z from 0 to 1.
  private static float log1pUpToOne(float z) {
    float u = z + 1;
    float lost = z - (u - 1);
    boolean large = u > SQRT_2;
    return logReduced((large ? u * 0.5f : u) - 1, large ? 1 : 0) + lost / u;
  }

  /// `y - n log(2)` for the whole number n in `whole`; between -log(2)/2 and log(2)/2.
  private static float reduced(float y, float whole) {
    float n = whole - ROUNDER;
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
  }

  /// `e^r - 1` for |r| <= log(2)/2.
  private static float expm1Reduced(float r) {
    float q = EXP_6;
    q = Math.fma(q, r, EXP_5);
    q = Math.fma(q, r, EXP_4);
    q = Math.fma(q, r, EXP_3);
    q = Math.fma(q, r, 0.5f);
    return Math.fma(q, r * r, r);
  }

  /// `2^n` where that is a normal number.
  private static float power(int n) {
    return Float.intBitsToFloat((n + 127) << 23);
  }

  /// The logarithm of a normal x > 0, less `steps` log(2). With x = 2^n (1 + f) and 1 + f between
  /// sqrt(1/2) and sqrt(2) it is n log(2) + log(1 + f).
  private static float logNormal(float x, float steps) {
    int bits = Float.floatToRawIntBits(x) - SQRT_HALF;
    float f = Float.intBitsToFloat((bits & MANTISSA) + SQRT_HALF) - 1;
    return logReduced(f, Float.intBitsToFloat((bits >> 23) + ROUNDER_BITS) - ROUNDER - steps);
  }

  /// `log(1 + f) + n log(2)`.
  private static float logReduced(float f, float n) {
    float square = f * f;
    float q = LOG_10;
    q = Math.fma(q, f, LOG_9);
    q = Math.fma(q, f, LOG_8);
    q = Math.fma(q, f, LOG_7);
    q = Math.fma(q, f, LOG_6);
    q = Math.fma(q, f, LOG_5);
    q = Math.fma(q, f, LOG_4);
    q = Math.fma(q, f, LOG_3);
    q = q * f * square;
    q = Math.fma(n, LN2_LOW, q);
    q = Math.fma(-0.5f, square, q);
    return Math.fma(n, LN2_HIGH, f + q);
  }

  /// `erf(x) / x - 1` for |x| < 1.
  private static float erfNear(float square) {
    float q = ERF_6;
    q = Math.fma(q, square, ERF_5);
    q = Math.fma(q, square, ERF_4);
    q = Math.fma(q, square, ERF_3);
    q = Math.fma(q, square, ERF_2);
    q = Math.fma(q, square, ERF_1);
    q = Math.fma(q, square, ERF_0);
    return q;
  }

  /// `erf(y)` for y from ERF_MIDDLE to ERF_MOST.
  private static float erfFar(float y) {
    float q = TAIL_7;
    q = Math.fma(q, y, TAIL_6);
    q = Math.fma(q, y, TAIL_5);
    q = Math.fma(q, y, TAIL_4);
    q = Math.fma(q, y, TAIL_3);
    q = Math.fma(q, y, TAIL_2);
    q = Math.fma(q, y, TAIL_1);
    q = Math.fma(q, y, TAIL_0);
    q = -q;
    float whole = Math.fma(q, LOG2_E, ROUNDER);
    float scale = power(Float.floatToRawIntBits(whole) - ROUNDER_BITS);
    return 1 - Math.fma(scale, expm1Reduced(reduced(q, whole)), scale);
  }

  /// What the functions and their vector twins have in common. The polynomials are minimax
  /// approximations found by Remez's algorithm in 60 digits and rounded; the number in a name is
  /// the power that the coefficient belongs to.
  public static final class Constants {
    private Constants() {}

    /// What rounds to a whole number when added: 1.5 * 2^23. Its sum with a small whole number has
    /// that number in its lowest bits.
    public static final float ROUNDER = 0x1.8p23f;

    public static final float LOG2_E = 1.442695f;
    public static final float LN2_HIGH = 0.6931472f;
    public static final float LN2_LOW = -1.9046542e-09f;

    public static final float SQRT_2 = 1.4142135f;

    /// Above this exp is infinite, below the next it is 0.
    public static final float EXP_MOST = 89f;
    public static final float EXP_LEAST = -104f;

    /// Below this expm1 is -1, and nearer to 0 than the next it is x.
    public static final float EXPM1_LEAST = -20f;

    public static final float EXPM1_TINY = 0x1p-26f;

    /// From here on tanh is 1.
    public static final float TANH_MOST = 10f;

    /// Up to here erf is an odd polynomial, from here on 1 - e^-g.
    public static final float ERF_MIDDLE = 1f;

    /// From here on erf is 1.
    public static final float ERF_MOST = 4f;

    /// (e^r - 1 - r - r^2/2) / r^3 for |r| <= ln(2)/2.
    public static final float EXP_3 = 0.16666545f;
    public static final float EXP_4 = 0.041666403f;
    public static final float EXP_5 = 0.008366419f;
    public static final float EXP_6 = 0.0013940516f;

    /// (log(1 + f) - f + f^2/2) / f^3 for 1 + f from sqrt(1/2) to sqrt(2).
    public static final float LOG_3 = 0.33333316f;
    public static final float LOG_4 = -0.25000808f;
    public static final float LOG_5 = 0.20002288f;
    public static final float LOG_6 = -0.16624598f;
    public static final float LOG_7 = 0.14181192f;
    public static final float LOG_8 = -0.13128372f;
    public static final float LOG_9 = 0.12881523f;
    public static final float LOG_10 = -0.078604154f;

    /// erf(x) / x - 1 as a polynomial in x^2.
    public static final float ERF_0 = 0.12837917f;
    public static final float ERF_1 = -0.37612626f;
    public static final float ERF_2 = 0.112836f;
    public static final float ERF_3 = -0.026854446f;
    public static final float ERF_4 = 0.0051895366f;
    public static final float ERF_5 = -0.00080208457f;
    public static final float ERF_6 = 7.889119e-05f;

    /// -log(1 - erf(x)) for x from ERF_MIDDLE to ERF_MOST.
    public static final float TAIL_0 = 0.00021050044f;
    public static final float TAIL_1 = 1.127902f;
    public static final float TAIL_2 = 0.6361507f;
    public static final float TAIL_3 = 0.10565954f;
    public static final float TAIL_4 = -0.023697423f;
    public static final float TAIL_5 = 0.003722892f;
    public static final float TAIL_6 = -0.00035843812f;
    public static final float TAIL_7 = 1.5735022e-05f;
  }
}
