package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.FloatMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [io.nacre.runtime.kernel.FloatMath] for vectors of any length: the same
/// operations in the same order, so the same bits in every lane.
///
/// Called in a loop they allocate nothing once it is compiled, which takes care: C2 inlines a
/// method of less than 325 bytecodes, and none of ours any more once an expression has grown large
/// (the NodeCountInliningCutoff). So the code is flat, and calls come early.
public final class FloatVectorMath {
  private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
  private static final int SQRT_HALF = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final int MANTISSA = 0x7FFFFF;
  private static final int SIGN = 0x80000000;

  /// Makes an exponent of what was rounded with `ROUNDER`, once it is shifted into place.
  private static final int BIAS = 127 - ROUNDER_BITS;

  /// The same for half of it.
  private static final int HALF = BIAS - 1;

  private FloatVectorMath() {}

  /// `e^x`: infinite above 88.7, with gradual underflow below -87.3.
  public static FloatVector exp(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.blend(EXP_MOST, x.compare(GT, EXP_MOST));
    y = y.blend(EXP_LEAST, y.compare(LT, EXP_LEAST));
    FloatVector rounder = FloatVector.broadcast(s, ROUNDER);
    FloatVector whole = y.fma(FloatVector.broadcast(s, LOG2_E), rounder);
    FloatVector e = expm1Reduced(y, whole).add(1);
    IntVector n = whole.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = n.lanewise(ASHR, 1);
    IntVector rest = n.sub(half);
    FloatVector result = e.mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats());
    result = result.mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats());
    return FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(EQ, x));
  }

  /// `e^x - 1` without the loss of digits near 0.
  public static FloatVector expm1(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.blend(EXP_MOST, x.compare(GT, EXP_MOST));
    y = y.blend(EXPM1_LEAST, y.compare(LT, EXPM1_LEAST));
    FloatVector whole = y.fma(FloatVector.broadcast(s, LOG2_E), FloatVector.broadcast(s, ROUNDER));
    FloatVector e = expm1Reduced(y, whole);
    FloatVector half = whole.reinterpretAsInts().add(HALF).lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector result = half.fma(e, half.sub(0.5f)).mul(2);
    result = result.blend(x, x.abs().compare(LT, EXPM1_TINY));
    return FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(EQ, x));
  }

  /// The natural logarithm; negative infinity for 0, not a number below.
  public static FloatVector log(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
    FloatVector scaled = x.blend(x.mul(0x1p25f), subnormal);
    FloatVector steps = FloatVector.broadcast(s, 0f).blend(25f, subnormal);
    FloatVector result = logNormal(scaled, steps);
    result = FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(GE, 0f));
    result = result.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    return result.blend(x, x.compare(EQ, Float.POSITIVE_INFINITY));
  }

  /// The logarithm to base 2, by the way of [Detour].
  public static FloatVector log2(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorMath.log2(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The logarithm to base 10, by the way of [Detour].
  public static FloatVector log10(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorMath.log10(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// `log(1 + x)` without the loss of digits near 0; negative infinity for -1, not a number below.
  public static FloatVector log1p(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector one = FloatVector.broadcast(s, 1f);
    FloatVector u = x.add(one);
    FloatVector back = u.sub(one);
    FloatVector lost = one.sub(u.sub(back)).add(x.sub(back));
    FloatVector result = logNormal(u, FloatVector.broadcast(s, 0f)).add(lost.div(u));
    result = FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(GE, -1f));
    result = result.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, -1f));
    result = result.blend(x, x.compare(EQ, 0f));
    return result.blend(x, x.compare(EQ, Float.POSITIVE_INFINITY));
  }

  /// The hyperbolic tangent: with `d = e^2|x| - 1` it is `d / (d + 2)`, and for a small
  /// x, where that rounds better, with `d = e^-2|x| - 1` it is `-d / (d + 2)`.
  public static FloatVector tanh(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    y = y.blend(TANH_MOST, y.compare(GT, TANH_MOST));
    y = y.mul(2).blend(y.mul(-2), y.compare(LT, 0.5f));
    FloatVector rounder = FloatVector.broadcast(s, ROUNDER);
    FloatVector whole = y.fma(FloatVector.broadcast(s, LOG2_E), rounder);
    FloatVector e = expm1Reduced(y, whole);
    IntVector exponent = whole.reinterpretAsInts().add(BIAS);
    FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector d = scale.fma(e, scale.sub(1));
    IntVector sign = x.reinterpretAsInts().and(SIGN);
    IntVector bits = d.div(d.add(2)).reinterpretAsInts().and(~SIGN).or(sign);
    FloatVector result = bits.reinterpretAsFloats();
    return FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(EQ, x));
  }

  /// `1 / (1 + e^-x)`, to full precision on both sides.
  public static FloatVector sigmoid(FloatVector x) {
    FloatVector z = expOfMinus(x.abs());
    FloatVector result = z.blend(1f, x.compare(GE, 0f)).div(z.add(1));
    return FloatVector.broadcast(x.species(), Float.NaN).blend(result, x.compare(EQ, x));
  }

  /// `log(1 + e^x)`, which does not overflow: `max(x, 0) + log(1 + e^-|x|)`.
  public static FloatVector softrelu(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector log = log1pUpToOne(expOfMinus(x.abs()));
    FloatVector zero = FloatVector.broadcast(s, 0f);
    FloatVector result = zero.blend(x, x.compare(GT, zero)).add(log);
    return FloatVector.broadcast(s, Float.NaN).blend(result, x.compare(EQ, x));
  }

  /// The error function, `2 / sqrt(pi)` times the integral of `e^-t^2` from 0 to x.
  public static FloatVector erf(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector near = x.fma(erfNear(x.mul(x)), x);
    IntVector sign = x.reinterpretAsInts().and(SIGN);
    FloatVector far = erfFar(y.blend(ERF_MOST, y.compare(GT, ERF_MOST)));
    far = far.reinterpretAsInts().or(sign).reinterpretAsFloats();
    far = far.blend(near, y.compare(LT, ERF_MIDDLE));
    return FloatVector.broadcast(s, Float.NaN).blend(far, x.compare(EQ, x));
  }

  /// `e^-y` for y >= 0.
  private static FloatVector expOfMinus(FloatVector y) {
    VectorSpecies<Float> s = y.species();
    FloatVector z = y.neg();
    z = z.blend(EXP_LEAST, z.compare(LT, EXP_LEAST));
    FloatVector rounder = FloatVector.broadcast(s, ROUNDER);
    FloatVector whole = z.fma(FloatVector.broadcast(s, LOG2_E), rounder);
    FloatVector e = expm1Reduced(z, whole).add(1);
    IntVector n = whole.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = n.lanewise(ASHR, 1);
    IntVector rest = n.sub(half);
    FloatVector result = e.mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats());
    return result.mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats());
  }

  /// `log(1 + y)` for y from 0 to 1. It repeats the polynomial of [#logNormal], since a call this
  /// deep in an expression is not inlined any more.
  private static FloatVector log1pUpToOne(FloatVector y) {
    VectorSpecies<Float> s = y.species();
    FloatVector u = y.add(1);
    FloatVector lost = y.sub(u.sub(1));
    VectorMask<Float> large = u.compare(GT, SQRT_2);
    FloatVector f = u.blend(u.mul(0.5f), large).sub(1);
    FloatVector n = FloatVector.broadcast(s, 0f).blend(1f, large);
    FloatVector square = f.mul(f);
    FloatVector q = FloatVector.broadcast(s, LOG_10);
    q = q.fma(f, FloatVector.broadcast(s, LOG_9));
    q = q.fma(f, FloatVector.broadcast(s, LOG_8));
    q = q.fma(f, FloatVector.broadcast(s, LOG_7));
    q = q.fma(f, FloatVector.broadcast(s, LOG_6));
    q = q.fma(f, FloatVector.broadcast(s, LOG_5));
    q = q.fma(f, FloatVector.broadcast(s, LOG_4));
    q = q.fma(f, FloatVector.broadcast(s, LOG_3));
    q = q.mul(f).mul(square);
    q = n.fma(FloatVector.broadcast(s, LN2_LOW), q);
    q = square.fma(FloatVector.broadcast(s, -0.5f), q);
    return lost.div(u).add(n.fma(FloatVector.broadcast(s, LN2_HIGH), f.add(q)));
  }

  /// `e^r - 1` for `r = y - n log(2)`, where n is the whole number in `whole` and |r| <= log(2)/2.
  private static FloatVector expm1Reduced(FloatVector y, FloatVector whole) {
    VectorSpecies<Float> s = y.species();
    FloatVector n = whole.sub(ROUNDER);
    FloatVector r = n.fma(FloatVector.broadcast(s, -LN2_HIGH), y);
    r = n.fma(FloatVector.broadcast(s, -LN2_LOW), r);
    FloatVector q = FloatVector.broadcast(s, EXP_6);
    q = q.fma(r, FloatVector.broadcast(s, EXP_5));
    q = q.fma(r, FloatVector.broadcast(s, EXP_4));
    q = q.fma(r, FloatVector.broadcast(s, EXP_3));
    q = q.fma(r, FloatVector.broadcast(s, 0.5f));
    return q.fma(r.mul(r), r);
  }

  /// The logarithm of a normal x > 0, less `steps` log(2).
  private static FloatVector logNormal(FloatVector x, FloatVector steps) {
    VectorSpecies<Float> s = x.species();
    IntVector bits = x.reinterpretAsInts().sub(SQRT_HALF);
    FloatVector f = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsFloats().sub(1);
    FloatVector n = bits.lanewise(ASHR, 23).add(ROUNDER_BITS).reinterpretAsFloats();
    n = n.sub(ROUNDER).sub(steps);
    FloatVector square = f.mul(f);
    FloatVector q = FloatVector.broadcast(s, LOG_10);
    q = q.fma(f, FloatVector.broadcast(s, LOG_9));
    q = q.fma(f, FloatVector.broadcast(s, LOG_8));
    q = q.fma(f, FloatVector.broadcast(s, LOG_7));
    q = q.fma(f, FloatVector.broadcast(s, LOG_6));
    q = q.fma(f, FloatVector.broadcast(s, LOG_5));
    q = q.fma(f, FloatVector.broadcast(s, LOG_4));
    q = q.fma(f, FloatVector.broadcast(s, LOG_3));
    q = q.mul(f).mul(square);
    q = n.fma(FloatVector.broadcast(s, LN2_LOW), q);
    q = square.fma(FloatVector.broadcast(s, -0.5f), q);
    return n.fma(FloatVector.broadcast(s, LN2_HIGH), f.add(q));
  }

  /// `erf(x) / x - 1` for |x| < 1.
  private static FloatVector erfNear(FloatVector square) {
    VectorSpecies<Float> s = square.species();
    FloatVector q = FloatVector.broadcast(s, ERF_6);
    q = q.fma(square, FloatVector.broadcast(s, ERF_5));
    q = q.fma(square, FloatVector.broadcast(s, ERF_4));
    q = q.fma(square, FloatVector.broadcast(s, ERF_3));
    q = q.fma(square, FloatVector.broadcast(s, ERF_2));
    q = q.fma(square, FloatVector.broadcast(s, ERF_1));
    q = q.fma(square, FloatVector.broadcast(s, ERF_0));
    return q;
  }

  /// `erf(y)` for y from ERF_MIDDLE to ERF_MOST; with [#expm1Reduced] written out, see above.
  private static FloatVector erfFar(FloatVector y) {
    VectorSpecies<Float> s = y.species();
    FloatVector q = erfTail(y).neg();
    FloatVector rounder = FloatVector.broadcast(s, ROUNDER);
    FloatVector whole = q.fma(FloatVector.broadcast(s, LOG2_E), rounder);
    FloatVector n = whole.sub(rounder);
    FloatVector r = n.fma(FloatVector.broadcast(s, -LN2_HIGH), q);
    r = n.fma(FloatVector.broadcast(s, -LN2_LOW), r);
    FloatVector e = FloatVector.broadcast(s, EXP_6);
    e = e.fma(r, FloatVector.broadcast(s, EXP_5));
    e = e.fma(r, FloatVector.broadcast(s, EXP_4));
    e = e.fma(r, FloatVector.broadcast(s, EXP_3));
    e = e.fma(r, FloatVector.broadcast(s, 0.5f));
    e = e.fma(r.mul(r), r);
    IntVector exponent = whole.reinterpretAsInts().add(BIAS);
    FloatVector scale = exponent.lanewise(LSHL, 23).reinterpretAsFloats();
    return FloatVector.broadcast(s, 1f).sub(scale.fma(e, scale));
  }

  private static FloatVector erfTail(FloatVector y) {
    VectorSpecies<Float> s = y.species();
    FloatVector q = FloatVector.broadcast(s, TAIL_7);
    q = q.fma(y, FloatVector.broadcast(s, TAIL_6));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_5));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_4));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_3));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_2));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_1));
    q = q.fma(y, FloatVector.broadcast(s, TAIL_0));
    return q;
  }
}
