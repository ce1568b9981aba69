package io.nacre.runtime.kernel;

import static io.nacre.runtime.kernel.DoubleMath.exp;
import static io.nacre.runtime.kernel.DoubleMath.log;
import static io.nacre.runtime.kernel.DoublePowerMath.pow;
import static io.nacre.runtime.kernel.DoubleTrigMath.cos;
import static io.nacre.runtime.kernel.DoubleTrigMath.sin;

/// The gamma function of a double and what belongs to it, with the same bits everywhere; see
/// [DoubleMath]. They are rare: vectors are computed lane by lane.
///
/// Below `FAR` the recurrence `gamma(v + 1) = v gamma(v)` leads to where a polynomial approximates
/// the function; from there on a series in 1/v does. The polynomials are minimax approximations as
/// those of [DoubleMath.Constants].
public final class DoubleGammaMath {
  /// From here on Stirling's series is used.
  private static final double FAR = 10;

  /// From here on gamma(v) is infinite, and gamma(-v) is 0.
  private static final double GAMMA_MOST = 190;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private DoubleGammaMath() {}

  /// The gamma function, `(x - 1)!` for a whole x: infinite for a zero, with its sign, and above
  /// 171.6; not a number for negative whole numbers and negative infinity.
  public static double gamma(double x) {
    double v = Math.abs(x);
    if (x > 0) {
      return v < FAR ? gammaNear(v) : v < GAMMA_MOST ? gammaFar(v) : INFINITY;
    }
    if (x == 0) {
      return 1 / x;
    }
    double sine = sinPi(v);
    if (!(v < INFINITY) || sine == 0) {
      return Double.NaN;
    }
    // gamma(-v) = -pi / (sin(pi v) v gamma(v)); the last part by part, since all of it may overflow
    double result = -Math.PI / sine;
    if (v < FAR) {
      return result / (v * gammaNear(v));
    }
    double w = Math.min(v, GAMMA_MOST);
    return result / (halfFar(w) * exp(-w) * seriesFar(w)) / halfFar(w) / v;
  }

  /// `log |gamma(x)|`: infinite for zeros and negative whole numbers. At its zeros between these
  /// the absolute error is as small as elsewhere, the relative error is not.
  public static double gammaln(double x) {
    double v = Math.abs(x);
    double result = v < FAR ? gammalnNear(v) : gammalnFar(v);
    if (x < 0 && v < INFINITY) {
      // gamma(-v) = -pi / (sin(pi v) v gamma(v)) = -gamma(1 - v) / v
      result =
          v < 0.25 ? gammalnNear(1 - v) - log(v) : log(Math.PI / (v * Math.abs(sinPi(v)))) - result;
    }
    return x == x ? result : Double.NaN;
  }

  /// The derivative of `log |gamma(x)|`: infinite for zeros, not a number for negative whole
  /// numbers and negative infinity. At its own zeros the absolute error is as small as elsewhere.
  public static double digamma(double x) {
    double v = Math.abs(x);
    if (x == 0) {
      return -1 / x;
    }
    // digamma(v) = digamma(v + 1) - 1 / v; the fractions are added up over one denominator
    double above = 0;
    double below = 1;
    double w = x < 0 ? v + 1 : v;
    while (w < FAR) {
      above = Math.fma(above, w, below);
      below *= w;
      w += 1;
    }
    double square = 1 / (w * w);
    double q = DIGAMMA_5;
    q = Math.fma(q, square, DIGAMMA_4);
    q = Math.fma(q, square, DIGAMMA_3);
    q = Math.fma(q, square, DIGAMMA_2);
    q = Math.fma(q, square, DIGAMMA_1);
    q = Math.fma(q, square, DIGAMMA_0);
    double series = Math.fma(q, square, 0.5 / w);
    double result = log(w) - (series + above / below);
    if (x < 0) {
      // digamma(-v) = digamma(v + 1) + pi cot(pi v)
      double rest = v - Math.rint(v);
      result += cosPi(rest) / sinPi(rest) * Math.PI;
      result = v < INFINITY && rest != 0 ? result : Double.NaN;
    }
    return x == x ? result : Double.NaN;
  }

  /// The derivative of [#digamma]: infinite for zeros and negative whole numbers, not a number for
  /// negative infinity.
  public static double trigamma(double x) {
    double v = Math.abs(x);
    // trigamma(v) = trigamma(v + 1) + 1 / v^2
    double sum = 0;
    double w = x < 0 ? v + 1 : v;
    while (w < FAR) {
      sum += 1 / (w * w);
      w += 1;
    }
    double inverse = 1 / w;
    double square = inverse * inverse;
    double q = TRIGAMMA_5;
    q = Math.fma(q, square, TRIGAMMA_4);
    q = Math.fma(q, square, TRIGAMMA_3);
    q = Math.fma(q, square, TRIGAMMA_2);
    q = Math.fma(q, square, TRIGAMMA_1);
    q = Math.fma(q, square, TRIGAMMA_0);
    double result = sum + Math.fma(q * square, inverse, Math.fma(square, 0.5, inverse));
    if (x < 0) {
      // trigamma(-v) = (pi / sin(pi v))^2 - trigamma(v + 1)
      double cosecant = Math.PI / sinPi(v);
      result = cosecant * cosecant - result;
      result = v < INFINITY ? result : Double.NaN;
    }
    return x == x ? result : Double.NaN;
  }

  // ---- the gamma function of v > 0

  private static double gammaNear(double v) {
    double t = fromTwo(v);
    double q = GAMMA_18;
    q = Math.fma(q, t, GAMMA_17);
    q = Math.fma(q, t, GAMMA_16);
    q = Math.fma(q, t, GAMMA_15);
    q = Math.fma(q, t, GAMMA_14);
    q = Math.fma(q, t, GAMMA_13);
    q = Math.fma(q, t, GAMMA_12);
    q = Math.fma(q, t, GAMMA_11);
    q = Math.fma(q, t, GAMMA_10);
    q = Math.fma(q, t, GAMMA_9);
    q = Math.fma(q, t, GAMMA_8);
    q = Math.fma(q, t, GAMMA_7);
    q = Math.fma(q, t, GAMMA_6);
    q = Math.fma(q, t, GAMMA_5);
    q = Math.fma(q, t, GAMMA_4);
    q = Math.fma(q, t, GAMMA_3);
    q = Math.fma(q, t, GAMMA_2);
    q = Math.fma(q, t, GAMMA_1);
    q = Math.fma(q, t, GAMMA_0);
    return v < 1.5 ? q / product(v) : q * product(v);
  }

  private static double gammalnNear(double v) {
    double t = fromTwo(v);
    double q = LOG_GAMMA_18;
    q = Math.fma(q, t, LOG_GAMMA_17);
    q = Math.fma(q, t, LOG_GAMMA_16);
    q = Math.fma(q, t, LOG_GAMMA_15);
    q = Math.fma(q, t, LOG_GAMMA_14);
    q = Math.fma(q, t, LOG_GAMMA_13);
    q = Math.fma(q, t, LOG_GAMMA_12);
    q = Math.fma(q, t, LOG_GAMMA_11);
    q = Math.fma(q, t, LOG_GAMMA_10);
    q = Math.fma(q, t, LOG_GAMMA_9);
    q = Math.fma(q, t, LOG_GAMMA_8);
    q = Math.fma(q, t, LOG_GAMMA_7);
    q = Math.fma(q, t, LOG_GAMMA_6);
    q = Math.fma(q, t, LOG_GAMMA_5);
    q = Math.fma(q, t, LOG_GAMMA_4);
    q = Math.fma(q, t, LOG_GAMMA_3);
    q = Math.fma(q, t, LOG_GAMMA_2);
    q = Math.fma(q, t, LOG_GAMMA_1);
    q = Math.fma(q, t, LOG_GAMMA_0);
    double log = log(product(v));
    return Math.fma(q, t, v < 1.5 ? -log : log);
  }

  /// t so that `t + 2` and v differ by a whole number, from -1/2 to 1/2.
  private static double fromTwo(double v) {
    if (v < 2.5) {
      return v < 0.5 ? v : v < 1.5 ? v - 1 : v - 2;
    }
    double t = v - 2;
    while (t > 0.5) {
      t -= 1;
    }
    return t;
  }

  /// `gamma(v) / gamma(t + 2)` where v is larger than `t + 2`, else the inverse.
  private static double product(double v) {
    if (v < 1.5) {
      return v < 0.5 ? v * (v + 1) : v;
    }
    double product = 1;
    double w = v;
    while (w > 2.5) {
      w -= 1;
      product *= w;
    }
    return product;
  }

  /// `sqrt(2 pi) v^(v - 1/2) e^-v` times a series in 1/v, where the power may overflow before the
  /// result does.
  private static double gammaFar(double v) {
    return halfFar(v) * exp(-v) * seriesFar(v) * halfFar(v);
  }

  /// The square root of `v^(v - 1/2)`.
  private static double halfFar(double v) {
    return pow(v, v * 0.5 - 0.25);
  }

  private static double seriesFar(double v) {
    double t = 1 / v;
    double q = STIRLING_7;
    q = Math.fma(q, t, STIRLING_6);
    q = Math.fma(q, t, STIRLING_5);
    q = Math.fma(q, t, STIRLING_4);
    q = Math.fma(q, t, STIRLING_3);
    q = Math.fma(q, t, STIRLING_2);
    q = Math.fma(q, t, STIRLING_1);
    q = Math.fma(q, t, STIRLING_0);
    return Math.fma(q * t, SQRT_2_PI, SQRT_2_PI);
  }

  private static double gammalnFar(double v) {
    double t = 1 / v;
    double square = t * t;
    double q = LOG_STIRLING_5;
    q = Math.fma(q, square, LOG_STIRLING_4);
    q = Math.fma(q, square, LOG_STIRLING_3);
    q = Math.fma(q, square, LOG_STIRLING_2);
    q = Math.fma(q, square, LOG_STIRLING_1);
    q = Math.fma(q, square, LOG_STIRLING_0);
    return v < INFINITY ? Math.fma(v - 0.5, log(v) - 1, Math.fma(q, t, HALF_LOG_2_PI_E)) : INFINITY;
  }

  // ---- of pi v, for any v and for |v| <= 1/2

  private static double sinPi(double v) {
    double nearest = Math.rint(v);
    double rest = v - nearest;
    double y = Math.abs(rest);
    double sine = y <= 0.25 ? sin(Math.PI * y) : cos(Math.PI * (0.5 - y));
    boolean odd = Math.rint(nearest * 0.5) != nearest * 0.5;
    return (rest < 0) == odd ? sine : -sine;
  }

  private static double cosPi(double v) {
    double y = Math.abs(v);
    return y <= 0.25 ? cos(Math.PI * y) : sin(Math.PI * (0.5 - y));
  }

  // ---- numbers

  private static final double SQRT_2_PI = 2.5066282746310007;

  /// `log(2 pi) / 2 - 1/2`
  private static final double HALF_LOG_2_PI_E = 0.4189385332046727;

  /// gamma(2 + t) for |t| <= 1/2.
  private static final double GAMMA_0 = 1.0;
  private static final double GAMMA_1 = 0.4227843350984668;
  private static final double GAMMA_2 = 0.4118403304264427;
  private static final double GAMMA_3 = 0.08157691924716734;
  private static final double GAMMA_4 = 0.07424901075316831;
  private static final double GAMMA_5 = -0.0002669820745025196;
  private static final double GAMMA_6 = 0.01115404573363715;
  private static final double GAMMA_7 = -0.0028526456359898103;
  private static final double GAMMA_8 = 0.0021039329866079466;
  private static final double GAMMA_9 = -0.0009195770522599349;
  private static final double GAMMA_10 = 0.0004903930966196558;
  private static final double GAMMA_11 = -0.00024090882832661546;
  private static final double GAMMA_12 = 0.00012163677297134795;
  private static final double GAMMA_13 = -6.099152582195492e-05;
  private static final double GAMMA_14 = 3.063523051058606e-05;
  private static final double GAMMA_15 = -1.4524561084131601e-05;
  private static final double GAMMA_16 = 7.090241478230991e-06;
  private static final double GAMMA_17 = -5.161269465264249e-06;
  private static final double GAMMA_18 = 2.738366482173542e-06;

  /// log(gamma(2 + t)) / t for |t| <= 1/2.
  private static final double LOG_GAMMA_0 = 0.42278433509846713;
  private static final double LOG_GAMMA_1 = 0.32246703342411326;
  private static final double LOG_GAMMA_2 = -0.06735230105319831;
  private static final double LOG_GAMMA_3 = 0.020580808427780567;
  private static final double LOG_GAMMA_4 = -0.007385551028649661;
  private static final double LOG_GAMMA_5 = 0.0028905103310238344;
  private static final double LOG_GAMMA_6 = -0.0011927539127595309;
  private static final double LOG_GAMMA_7 = 0.0005096695156735981;
  private static final double LOG_GAMMA_8 = -0.00022315473515484372;
  private static final double LOG_GAMMA_9 = 9.94576700671845e-05;
  private static final double LOG_GAMMA_10 = -4.492653114615332e-05;
  private static final double LOG_GAMMA_11 = 2.0505617140079302e-05;
  private static final double LOG_GAMMA_12 = -9.43723719373914e-06;
  private static final double LOG_GAMMA_13 = 4.384590829267369e-06;
  private static final double LOG_GAMMA_14 = -2.049750739627015e-06;
  private static final double LOG_GAMMA_15 = 9.20312222884539e-07;
  private static final double LOG_GAMMA_16 = -4.2005369992932705e-07;
  private static final double LOG_GAMMA_17 = 2.784967785406122e-07;
  private static final double LOG_GAMMA_18 = -1.4328343307692249e-07;

  /// (gamma(v) / (sqrt(2 pi) v^(v - 1/2) e^-v) - 1) v as a polynomial in 1/v.
  private static final double STIRLING_0 = 0.08333333333332528;
  private static final double STIRLING_1 = 0.0034722222244844003;
  private static final double STIRLING_2 = -0.0026813273934938133;
  private static final double STIRLING_3 = -0.00022946008267930236;
  private static final double STIRLING_4 = 0.0007836894351456029;
  private static final double STIRLING_5 = 7.576205039556012e-05;
  private static final double STIRLING_6 = -0.0006535851756494505;
  private static final double STIRLING_7 = 0.0002926746506209397;

  /// (log(gamma(v)) - (v - 1/2) log(v) + v - log(2 pi) / 2) v as a polynomial in 1/v^2.
  private static final double LOG_STIRLING_0 = 0.08333333333333331;
  private static final double LOG_STIRLING_1 = -0.0027777777777289797;
  private static final double LOG_STIRLING_2 = 0.0007936507542784632;
  private static final double LOG_STIRLING_3 = -0.0005952244546516542;
  private static final double LOG_STIRLING_4 = 0.0008394409091477013;
  private static final double LOG_STIRLING_5 = -0.0017269731727570412;

  /// (log(v) - 1 / (2 v) - digamma(v)) v^2 as a polynomial in 1/v^2.
  private static final double DIGAMMA_0 = 0.08333333333333293;
  private static final double DIGAMMA_1 = -0.008333333332335833;
  private static final double DIGAMMA_2 = 0.003968253256853094;
  private static final double DIGAMMA_3 = -0.004166444881430779;
  private static final double DIGAMMA_4 = 0.007541466982126534;
  private static final double DIGAMMA_5 = -0.018474025826725308;

  /// (trigamma(v) - 1/v - 1 / (2 v^2)) v^3 as a polynomial in 1/v^2.
  private static final double TRIGAMMA_0 = 0.16666666666666108;
  private static final double TRIGAMMA_1 = -0.03333333331970068;
  private static final double TRIGAMMA_2 = 0.023809514080105624;
  private static final double TRIGAMMA_3 = -0.033330296173057036;
  private static final double TRIGAMMA_4 = 0.07528687269459954;
  private static final double TRIGAMMA_5 = -0.2169851295957467;
}
