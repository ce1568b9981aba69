package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static io.nacre.runtime.kernel.DoubleTrigMath.Constants.*;

/// Trigonometric functions of a double, with the same bits everywhere; see [DoubleMath].
/// `DoubleVectorTrigMath` has the same functions for vectors, operation for operation.
///
/// Angles are in radians and may have any size: up to `ANGLE_MOST` multiples of pi/2 are subtracted
/// in three parts, beyond [HugeAngle] does it with as many bits of pi as it takes.
public final class DoubleTrigMath {
  private static final double NAN = Double.NaN;
  private static final long SIGN = 0x8000000000000000L;

  private DoubleTrigMath() {}

  /// The sine.
  public static double sin(double x) {
    return wave(x, 0, SIGN);
  }

  /// The cosine.
  public static double cos(double x) {
    return wave(x, 1, 0);
  }

  /// The tangent, `sin x / cos x`.
  public static double tan(double x) {
    return sin(x) / cos(x);
  }

  /// The angle from -pi/2 to pi/2 whose sine is x; not a number beyond -1 and 1. From 1/2 on
  /// `arcsin x = pi/2 - 2 arcsin sqrt((1 - x) / 2)`.
  public static double arcsin(double x) {
    double y = Math.abs(x);
    boolean large = y > 0.5;
    double root = Math.sqrt((1 - y) * 0.5);
    double small = arcsinOfSmall(large ? root : y);
    double result = large ? HALF_PI_HIGH - Math.fma(2.0, small, -HALF_PI_LOW) : small;
    result = Math.copySign(result, x);
    return y <= 1 ? result : NAN;
  }

  /// The angle from 0 to pi whose cosine is x; not a number beyond -1 and 1. From 1/2 on
  /// `arccos x = 2 arcsin sqrt((1 - x) / 2)`.
  public static double arccos(double x) {
    double y = Math.abs(x);
    boolean large = y > 0.5;
    double root = Math.sqrt((1 - y) * 0.5);
    double small = arcsinOfSmall(large ? root : x);
    double twice = small * 2;
    double back = PI_HIGH - (twice - PI_LOW);
    double result = x > 0 ? twice : back;
    result = large ? result : HALF_PI_HIGH - (small - HALF_PI_LOW);
    return y <= 1 ? result : NAN;
  }

  /// The angle between -pi/2 and pi/2 whose tangent is x. With y = |x| it is
  /// `pi/4 + arctan((y - 1) / (y + 1))` around 1, and `pi/2 - arctan(1 / y)` far from 0.
  public static double arctan(double x) {
    double y = Math.abs(x);
    boolean far = y > TAN_3_PI_8;
    boolean near = y < TAN_PI_8;
    double above = near ? y : y - 1;
    above = far ? -1.0 : above;
    double below = near ? 1.0 : y + 1;
    below = far ? y : below;
    double z = above / below;
    double square = z * z;
    double q = ATAN_23;
    q = Math.fma(q, square, ATAN_21);
    q = Math.fma(q, square, ATAN_19);
    q = Math.fma(q, square, ATAN_17);
    q = Math.fma(q, square, ATAN_15);
    q = Math.fma(q, square, ATAN_13);
    q = Math.fma(q, square, ATAN_11);
    q = Math.fma(q, square, ATAN_9);
    q = Math.fma(q, square, ATAN_7);
    q = Math.fma(q, square, ATAN_5);
    q = Math.fma(q, square, ATAN_3);
    double high = near ? 0.0 : QUARTER_PI_HIGH;
    high = far ? HALF_PI_HIGH : high;
    double low = near ? 0.0 : QUARTER_PI_LOW;
    low = far ? HALF_PI_LOW : low;
    double result = high + (z + Math.fma(q * square, z, low));
    result = Math.copySign(result, x);
    return x == x ? result : NAN;
  }

  /// The sine of `|x| + turn pi/2`, with the sign of x changed into it where `signs` has its bit.
  private static double wave(double x, long turn, long signs) {
    double y = Math.abs(x);
    boolean huge = y > ANGLE_MOST && y < Double.POSITIVE_INFINITY;
    double whole = Math.fma(y, TWO_OVER_PI, ROUNDER);
    double n = whole - ROUNDER;
    double r = huge ? HugeAngle.rest(y) : rest(y, n);
    long quadrant = (huge ? HugeAngle.quadrant(y) : Double.doubleToRawLongBits(whole)) + turn;
    double square = r * r;
    double q = SIN_13;
    q = Math.fma(q, square, SIN_11);
    q = Math.fma(q, square, SIN_9);
    q = Math.fma(q, square, SIN_7);
    q = Math.fma(q, square, SIN_5);
    q = Math.fma(q, square, SIN_3);
    double sine = Math.fma(q * square, r, r);
    double p = COS_14;
    p = Math.fma(p, square, COS_12);
    p = Math.fma(p, square, COS_10);
    p = Math.fma(p, square, COS_8);
    p = Math.fma(p, square, COS_6);
    p = Math.fma(p, square, COS_4);
    double half = square * 0.5;
    double near = 1 - half;
    double lost = (1 - near) - half;
    double cosine = near + Math.fma(p * square, square, lost);
    double result = (quadrant & 1) == 0 ? sine : cosine;
    long flip = ((quadrant & 2) << 62) ^ (Double.doubleToRawLongBits(x) & signs);
    result = Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ flip);
    return y < Double.POSITIVE_INFINITY ? result : NAN;
  }

  /// `y - n pi/2`
  private static double rest(double y, double n) {
    double r = Math.fma(n, -HALF_PI_1, y);
    r = Math.fma(n, -HALF_PI_2, r);
    r = Math.fma(n, -HALF_PI_3, r);
    return r;
  }

  /// The arcsine for |x| <= 1/2.
  private static double arcsinOfSmall(double x) {
    double square = x * x;
    double q = ASIN_27;
    q = Math.fma(q, square, ASIN_25);
    q = Math.fma(q, square, ASIN_23);
    q = Math.fma(q, square, ASIN_21);
    q = Math.fma(q, square, ASIN_19);
    q = Math.fma(q, square, ASIN_17);
    q = Math.fma(q, square, ASIN_15);
    q = Math.fma(q, square, ASIN_13);
    q = Math.fma(q, square, ASIN_11);
    q = Math.fma(q, square, ASIN_9);
    q = Math.fma(q, square, ASIN_7);
    q = Math.fma(q, square, ASIN_5);
    q = Math.fma(q, square, ASIN_3);
    return Math.fma(q * square, x, x);
  }

  /// What the functions and their vector twins have in common; see [DoubleMath.Constants].
  public static final class Constants {
    private Constants() {}

    /// Up to here an angle is reduced by multiples of pi/2 in three parts.
    public static final double ANGLE_MOST = 0x1p20;

    public static final double TWO_OVER_PI = 0.6366197723675814;

    /// pi/2 in three parts.
    public static final double HALF_PI_1 = 1.5707963267948966;

    public static final double HALF_PI_2 = 6.123233995736766e-17;
    public static final double HALF_PI_3 = -1.4973849048591698e-33;

    public static final double PI_HIGH = 3.141592653589793;
    public static final double PI_LOW = 1.2246467991473532e-16;
    public static final double HALF_PI_HIGH = 1.5707963267948966;
    public static final double HALF_PI_LOW = 6.123233995736766e-17;
    public static final double QUARTER_PI_HIGH = 0.7853981633974483;
    public static final double QUARTER_PI_LOW = 3.061616997868383e-17;
    public static final double TAN_PI_8 = 0.41421356237309503;
    public static final double TAN_3_PI_8 = 2.414213562373095;

    /// (sin r - r) / r^3 as a polynomial in r^2, for |r| <= pi/4.
    public static final double SIN_3 = -0.1666666666666664;
    public static final double SIN_5 = 0.008333333333323378;
    public static final double SIN_7 = -0.00019841269829884182;
    public static final double SIN_9 = 2.7557313554440194e-06;
    public static final double SIN_11 = -2.5050718619094518e-08;
    public static final double SIN_13 = 1.589376082825849e-10;

    /// (cos r - 1 + r^2/2) / r^4 as a polynomial in r^2, for |r| <= pi/4.
    public static final double COS_4 = 0.04166666666666665;
    public static final double COS_6 = -0.0013888888888882662;
    public static final double COS_8 = 2.4801587294465198e-05;
    public static final double COS_10 = -2.755731567766427e-07;
    public static final double COS_12 = 2.0875887757848867e-09;
    public static final double COS_14 = -1.1367387635719108e-11;

    /// (arctan z - z) / z^3 as a polynomial in z^2, for |z| <= tan(pi/8).
    public static final double ATAN_3 = -0.3333333333333327;
    public static final double ATAN_5 = 0.1999999999996928;
    public static final double ATAN_7 = -0.14285714281380138;
    public static final double ATAN_9 = 0.11111110826355089;
    public static final double ATAN_11 = -0.09090898605917624;
    public static final double ATAN_13 = 0.0769206963469853;
    public static final double ATAN_15 = -0.06663157570224218;
    public static final double ATAN_17 = 0.058479532026788184;
    public static final double ATAN_19 = -0.05038361602790782;
    public static final double ATAN_21 = 0.0380142415375907;
    public static final double ATAN_23 = -0.017827688276973515;

    /// (arcsin x - x) / x^3 as a polynomial in x^2, for |x| <= 1/2.
    public static final double ASIN_3 = 0.16666666666666702;
    public static final double ASIN_5 = 0.07499999999984425;
    public static final double ASIN_7 = 0.04464285716374374;
    public static final double ASIN_9 = 0.03038194313835874;
    public static final double ASIN_11 = 0.02237220513372385;
    public static final double ASIN_13 = 0.017351752626277223;
    public static final double ASIN_15 = 0.013979523124728126;
    public static final double ASIN_17 = 0.011406698426059405;
    public static final double ASIN_19 = 0.010750759995576483;
    public static final double ASIN_21 = 0.0037700269904873862;
    public static final double ASIN_23 = 0.02165687224632142;
    public static final double ASIN_25 = -0.021060048916295072;
    public static final double ASIN_27 = 0.03274147819029875;
  }
}
