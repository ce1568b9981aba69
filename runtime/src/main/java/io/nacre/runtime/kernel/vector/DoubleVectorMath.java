package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [io.nacre.runtime.kernel.DoubleMath] for vectors of any length: the same
/// operations in the same order, so the same bits in every lane.
///
/// Called in a loop they allocate nothing once it is compiled, which takes care: C2 inlines a
/// method of less than 325 bytecodes, and none of ours any more once an expression has grown large
/// (the NodeCountInliningCutoff). So the code is flat, and calls come early.
public final class DoubleVectorMath {
  private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));
  private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
  private static final long SIGN = 0x8000000000000000L;

  /// Makes an exponent of what was rounded with `ROUNDER`, once it is shifted into place.
  private static final long BIAS = 1023 - ROUNDER_BITS;

  /// The same for half of it.
  private static final long HALF = BIAS - 1;

  private DoubleVectorMath() {}

  /// `e^x`: infinite above 709.8, with gradual underflow below -708.4.
  public static DoubleVector exp(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.blend(EXP_MOST, x.compare(GT, EXP_MOST));
    y = y.blend(EXP_LEAST, y.compare(LT, EXP_LEAST));
    DoubleVector rounder = DoubleVector.broadcast(s, ROUNDER);
    DoubleVector whole = y.fma(DoubleVector.broadcast(s, LOG2_E), rounder);
    DoubleVector e = expm1Reduced(y, whole).add(1);
    LongVector n = whole.reinterpretAsLongs().sub(ROUNDER_BITS);
    LongVector half = n.lanewise(ASHR, 1);
    LongVector rest = n.sub(half);
    DoubleVector result = e.mul(half.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
    result = result.mul(rest.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
    return DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(EQ, x));
  }

  /// `e^x - 1` without the loss of digits near 0.
  public static DoubleVector expm1(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.blend(EXP_MOST, x.compare(GT, EXP_MOST));
    y = y.blend(EXPM1_LEAST, y.compare(LT, EXPM1_LEAST));
    DoubleVector whole =
        y.fma(DoubleVector.broadcast(s, LOG2_E), DoubleVector.broadcast(s, ROUNDER));
    DoubleVector e = expm1Reduced(y, whole);
    DoubleVector half =
        whole.reinterpretAsLongs().add(HALF).lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector result = half.fma(e, half.sub(0.5)).mul(2);
    result = result.blend(x, x.abs().compare(LT, EXPM1_TINY));
    return DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(EQ, x));
  }

  /// The natural logarithm; negative infinity for 0, not a number below.
  public static DoubleVector log(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
    DoubleVector scaled = x.blend(x.mul(0x1p54), subnormal);
    DoubleVector steps = DoubleVector.broadcast(s, 0.0).blend(54.0, subnormal);
    DoubleVector result = logNormal(scaled, steps);
    result = DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(GE, 0.0));
    result = result.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0.0));
    return result.blend(x, x.compare(EQ, Double.POSITIVE_INFINITY));
  }

  /// The logarithm to base 2, by the way of [Detour].
  public static DoubleVector log2(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    log2(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The logarithm to base 10, by the way of [Detour].
  public static DoubleVector log10(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    log10(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// `log(1 + x)` without the loss of digits near 0; negative infinity for -1, not a number below.
  public static DoubleVector log1p(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector one = DoubleVector.broadcast(s, 1.0);
    DoubleVector u = x.add(one);
    DoubleVector back = u.sub(one);
    DoubleVector lost = one.sub(u.sub(back)).add(x.sub(back));
    DoubleVector result = logNormal(u, DoubleVector.broadcast(s, 0.0)).add(lost.div(u));
    result = DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(GE, -1.0));
    result = result.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, -1.0));
    result = result.blend(x, x.compare(EQ, 0.0));
    return result.blend(x, x.compare(EQ, Double.POSITIVE_INFINITY));
  }

  /// The hyperbolic tangent: with `d = e^2|x| - 1` it is `d / (d + 2)`, and for a small
  /// x, where that rounds better, with `d = e^-2|x| - 1` it is `-d / (d + 2)`.
  public static DoubleVector tanh(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    y = y.blend(TANH_MOST, y.compare(GT, TANH_MOST));
    y = y.mul(2).blend(y.mul(-2), y.compare(LT, 0.5));
    DoubleVector rounder = DoubleVector.broadcast(s, ROUNDER);
    DoubleVector whole = y.fma(DoubleVector.broadcast(s, LOG2_E), rounder);
    DoubleVector e = expm1Reduced(y, whole);
    LongVector exponent = whole.reinterpretAsLongs().add(BIAS);
    DoubleVector scale = exponent.lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector d = scale.fma(e, scale.sub(1));
    LongVector sign = x.reinterpretAsLongs().and(SIGN);
    LongVector bits = d.div(d.add(2)).reinterpretAsLongs().and(~SIGN).or(sign);
    DoubleVector result = bits.reinterpretAsDoubles();
    return DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(EQ, x));
  }

  /// `1 / (1 + e^-x)`, to full precision on both sides.
  public static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector z = expOfMinus(x.abs());
    DoubleVector result = z.blend(1.0, x.compare(GE, 0.0)).div(z.add(1));
    return DoubleVector.broadcast(x.species(), Double.NaN).blend(result, x.compare(EQ, x));
  }

  /// `log(1 + e^x)`, which does not overflow: `max(x, 0) + log(1 + e^-|x|)`.
  public static DoubleVector softrelu(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector log = log1pUpToOne(expOfMinus(x.abs()));
    DoubleVector zero = DoubleVector.broadcast(s, 0.0);
    DoubleVector result = zero.blend(x, x.compare(GT, zero)).add(log);
    return DoubleVector.broadcast(s, Double.NaN).blend(result, x.compare(EQ, x));
  }

  /// The error function, `2 / sqrt(pi)` times the integral of `e^-t^2` from 0 to x.
  public static DoubleVector erf(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector near = x.fma(erfNear(x.mul(x)), x);
    LongVector sign = x.reinterpretAsLongs().and(SIGN);
    DoubleVector far = erfFar(y.blend(ERF_MOST, y.compare(GT, ERF_MOST)));
    far = far.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    far = far.blend(near, y.compare(LT, ERF_MIDDLE));
    return DoubleVector.broadcast(s, Double.NaN).blend(far, x.compare(EQ, x));
  }

  static void log2(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
      DoubleVector scaled = x.blend(x.mul(0x1p54), subnormal);
      LongVector code = scaled.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
      n = n.sub(DoubleVector.broadcast(LANES, 0.0).blend(54.0, subnormal));
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector ratio = f.div(f.add(2));
      DoubleVector z = ratio.mul(ratio);
      DoubleVector q = DoubleVector.broadcast(LANES, LOG_7);
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_6));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_5));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_4));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_3));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_2));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_1));
      DoubleVector halfSquare = f.mul(f).mul(0.5);
      DoubleVector high = f.sub(halfSquare);
      DoubleVector low = ratio.fma(q.fma(z, halfSquare), f.sub(high).sub(halfSquare));
      DoubleVector product = high.mul(LOG2_E);
      DoubleVector productLow = high.fma(DoubleVector.broadcast(LANES, LOG2_E), product.neg());
      DoubleVector rest =
          high.fma(
              DoubleVector.broadcast(LANES, LOG2_E_LOW),
              low.fma(DoubleVector.broadcast(LANES, LOG2_E), productLow));
      DoubleVector sum = n.add(product);
      DoubleVector result = sum.add(product.sub(sum.sub(n)).add(rest));
      result = DoubleVector.broadcast(LANES, Double.NaN).blend(result, x.compare(GE, 0));
      result = result.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0));
      result.blend(x, x.compare(EQ, Double.POSITIVE_INFINITY)).intoArray(s, i);
    }
  }

  static void log10(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
      DoubleVector scaled = x.blend(x.mul(0x1p54), subnormal);
      LongVector code = scaled.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
      n = n.sub(DoubleVector.broadcast(LANES, 0.0).blend(54.0, subnormal));
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector ratio = f.div(f.add(2));
      DoubleVector z = ratio.mul(ratio);
      DoubleVector q = DoubleVector.broadcast(LANES, LOG_7);
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_6));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_5));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_4));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_3));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_2));
      q = q.fma(z, DoubleVector.broadcast(LANES, LOG_1));
      DoubleVector halfSquare = f.mul(f).mul(0.5);
      DoubleVector high = f.sub(halfSquare);
      DoubleVector low = ratio.fma(q.fma(z, halfSquare), f.sub(high).sub(halfSquare));
      DoubleVector product = high.mul(LOG10_E);
      DoubleVector productLow = high.fma(DoubleVector.broadcast(LANES, LOG10_E), product.neg());
      DoubleVector rest =
          high.fma(
              DoubleVector.broadcast(LANES, LOG10_E_LOW),
              low.fma(DoubleVector.broadcast(LANES, LOG10_E), productLow));
      rest = n.fma(DoubleVector.broadcast(LANES, LOG10_2_LOW), rest);
      DoubleVector tens = n.mul(LOG10_2_HIGH);
      DoubleVector sum = tens.add(product);
      DoubleVector result = sum.add(product.sub(sum.sub(tens)).add(rest));
      result = DoubleVector.broadcast(LANES, Double.NaN).blend(result, x.compare(GE, 0));
      result = result.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0));
      result.blend(x, x.compare(EQ, Double.POSITIVE_INFINITY)).intoArray(s, i);
    }
  }

  /// `e^-y` for y >= 0.
  private static DoubleVector expOfMinus(DoubleVector y) {
    VectorSpecies<Double> s = y.species();
    DoubleVector z = y.neg();
    z = z.blend(EXP_LEAST, z.compare(LT, EXP_LEAST));
    DoubleVector rounder = DoubleVector.broadcast(s, ROUNDER);
    DoubleVector whole = z.fma(DoubleVector.broadcast(s, LOG2_E), rounder);
    DoubleVector e = expm1Reduced(z, whole).add(1);
    LongVector n = whole.reinterpretAsLongs().sub(ROUNDER_BITS);
    LongVector half = n.lanewise(ASHR, 1);
    LongVector rest = n.sub(half);
    DoubleVector result = e.mul(half.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
    return result.mul(rest.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
  }

  /// `log(1 + y)` for y from 0 to 1. It repeats the polynomial of [#logNormal], since a call this
  /// deep in an expression is not inlined any more.
  private static DoubleVector log1pUpToOne(DoubleVector y) {
    VectorSpecies<Double> s = y.species();
    DoubleVector u = y.add(1);
    DoubleVector lost = y.sub(u.sub(1));
    VectorMask<Double> large = u.compare(GT, SQRT_2);
    DoubleVector f = u.blend(u.mul(0.5), large).sub(1);
    DoubleVector n = DoubleVector.broadcast(s, 0.0).blend(1.0, large);
    DoubleVector t = f.div(f.add(2));
    DoubleVector z = t.mul(t);
    DoubleVector q = DoubleVector.broadcast(s, LOG_7);
    q = q.fma(z, DoubleVector.broadcast(s, LOG_6));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_5));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_4));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_3));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_2));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_1));
    DoubleVector halfSquare = f.mul(f).mul(0.5);
    DoubleVector w = t.fma(q.fma(z, halfSquare), n.mul(LN2_LOW));
    return lost.div(u).add(n.fma(DoubleVector.broadcast(s, LN2_HIGH), f.sub(halfSquare.sub(w))));
  }

  /// `e^r - 1` for `r = y - n log(2)`, where n is the whole number in `whole` and |r| <= log(2)/2.
  private static DoubleVector expm1Reduced(DoubleVector y, DoubleVector whole) {
    VectorSpecies<Double> s = y.species();
    DoubleVector n = whole.sub(ROUNDER);
    DoubleVector r = n.fma(DoubleVector.broadcast(s, -LN2_HIGH), y);
    r = n.fma(DoubleVector.broadcast(s, -LN2_LOW), r);
    DoubleVector q = DoubleVector.broadcast(s, EXP_11);
    q = q.fma(r, DoubleVector.broadcast(s, EXP_10));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_9));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_8));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_7));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_6));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_5));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_4));
    q = q.fma(r, DoubleVector.broadcast(s, EXP_3));
    q = q.fma(r, DoubleVector.broadcast(s, 0.5));
    return q.fma(r.mul(r), r);
  }

  /// The logarithm of a normal x > 0, less `steps` log(2).
  private static DoubleVector logNormal(DoubleVector x, DoubleVector steps) {
    VectorSpecies<Double> s = x.species();
    LongVector bits = x.reinterpretAsLongs().sub(SQRT_HALF);
    DoubleVector f = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
    DoubleVector n = bits.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles();
    n = n.sub(ROUNDER).sub(steps);
    DoubleVector t = f.div(f.add(2));
    DoubleVector z = t.mul(t);
    DoubleVector q = DoubleVector.broadcast(s, LOG_7);
    q = q.fma(z, DoubleVector.broadcast(s, LOG_6));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_5));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_4));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_3));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_2));
    q = q.fma(z, DoubleVector.broadcast(s, LOG_1));
    DoubleVector halfSquare = f.mul(f).mul(0.5);
    DoubleVector w = t.fma(q.fma(z, halfSquare), n.mul(LN2_LOW));
    return n.fma(DoubleVector.broadcast(s, LN2_HIGH), f.sub(halfSquare.sub(w)));
  }

  /// `erf(x) / x - 1` for |x| < 2.
  private static DoubleVector erfNear(DoubleVector square) {
    VectorSpecies<Double> s = square.species();
    DoubleVector t = square.sub(2);
    DoubleVector q = DoubleVector.broadcast(s, ERF_17);
    q = q.fma(t, DoubleVector.broadcast(s, ERF_16));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_15));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_14));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_13));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_12));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_11));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_10));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_9));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_8));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_7));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_6));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_5));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_4));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_3));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_2));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_1));
    q = q.fma(t, DoubleVector.broadcast(s, ERF_0));
    return q;
  }

  /// `erf(y)` for y from ERF_MIDDLE to ERF_MOST; with [#expm1Reduced] written out, see above.
  private static DoubleVector erfFar(DoubleVector y) {
    VectorSpecies<Double> s = y.species();
    DoubleVector q = erfTail(y).neg();
    DoubleVector rounder = DoubleVector.broadcast(s, ROUNDER);
    DoubleVector whole = q.fma(DoubleVector.broadcast(s, LOG2_E), rounder);
    DoubleVector n = whole.sub(rounder);
    DoubleVector r = n.fma(DoubleVector.broadcast(s, -LN2_HIGH), q);
    r = n.fma(DoubleVector.broadcast(s, -LN2_LOW), r);
    DoubleVector e = DoubleVector.broadcast(s, EXP_11);
    e = e.fma(r, DoubleVector.broadcast(s, EXP_10));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_9));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_8));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_7));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_6));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_5));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_4));
    e = e.fma(r, DoubleVector.broadcast(s, EXP_3));
    e = e.fma(r, DoubleVector.broadcast(s, 0.5));
    e = e.fma(r.mul(r), r);
    LongVector exponent = whole.reinterpretAsLongs().add(BIAS);
    DoubleVector scale = exponent.lanewise(LSHL, 52).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, 1.0).sub(scale.fma(e, scale));
  }

  private static DoubleVector erfTail(DoubleVector y) {
    VectorSpecies<Double> s = y.species();
    DoubleVector q = DoubleVector.broadcast(s, TAIL_17);
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_16));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_15));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_14));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_13));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_12));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_11));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_10));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_9));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_8));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_7));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_6));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_5));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_4));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_3));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_2));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_1));
    q = q.fma(y, DoubleVector.broadcast(s, TAIL_0));
    return q;
  }
}
