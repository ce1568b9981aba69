package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.DoubleHyperbolicMath.Constants.*;
import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [io.nacre.runtime.kernel.DoubleHyperbolicMath] for vectors of any length: the
/// same operations in the same order, so the same bits in every lane. They take the way of
/// [Detour].
public final class DoubleVectorHyperbolicMath {
  private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
  private static final double NAN = Double.NaN;
  private static final long SIGN = 0x8000000000000000L;

  /// Turns a whole number in the lowest bits of `n + ROUNDER` into the exponent of 2^(n - 2).
  private static final long QUARTER = 1021 - Double.doubleToRawLongBits(ROUNDER);

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));

  private DoubleVectorHyperbolicMath() {}

  /// `(e^x - e^-x) / 2`.
  public static DoubleVector sinh(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    sinh(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// `(e^x + e^-x) / 2`.
  public static DoubleVector cosh(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    cosh(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The number whose hyperbolic sine is x.
  public static DoubleVector arcsinh(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arcsinh(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The number from 0 on whose hyperbolic cosine is x; not a number below 1.
  public static DoubleVector arccosh(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arccosh(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The number whose hyperbolic tangent is x; not a number beyond -1 and 1.
  public static DoubleVector arctanh(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arctanh(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  static void sinh(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      y = y.blend(SINH_MOST, y.compare(GT, SINH_MOST));
      DoubleVector whole =
          y.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDER));
      DoubleVector n = whole.sub(ROUNDER);
      DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), y);
      r = n.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
      DoubleVector e = DoubleVector.broadcast(LANES, EXP_11);
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_10));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_9));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_8));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_7));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_6));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_5));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_4));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_3));
      e = e.fma(r, DoubleVector.broadcast(LANES, 0.5));
      e = e.fma(r.mul(r), r);
      DoubleVector quarter =
          whole.reinterpretAsLongs().add(QUARTER).lanewise(LSHL, 52).reinterpretAsDoubles();
      e = quarter.fma(e, quarter.sub(0.25));
      DoubleVector twice = e.mul(2);
      DoubleVector result =
          twice.add(
              twice
                  .div(
                      e.fma(DoubleVector.broadcast(LANES, 4.0), DoubleVector.broadcast(LANES, 1.0)))
                  .blend(0.5, e.compare(GT, LARGE)));
      result = result.blend(y, y.compare(LT, TINY));
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }

  static void cosh(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      y = y.blend(SINH_MOST, y.compare(GT, SINH_MOST));
      DoubleVector whole =
          y.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDER));
      DoubleVector n = whole.sub(ROUNDER);
      DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), y);
      r = n.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
      DoubleVector e = DoubleVector.broadcast(LANES, EXP_11);
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_10));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_9));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_8));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_7));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_6));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_5));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_4));
      e = e.fma(r, DoubleVector.broadcast(LANES, EXP_3));
      e = e.fma(r, DoubleVector.broadcast(LANES, 0.5));
      e = e.fma(r.mul(r), r);
      DoubleVector quarter =
          whole.reinterpretAsLongs().add(QUARTER).lanewise(LSHL, 52).reinterpretAsDoubles();
      e = quarter.fma(e, quarter);
      DoubleVector result =
          e.fma(DoubleVector.broadcast(LANES, 2.0), DoubleVector.broadcast(LANES, 0.125).div(e));
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }

  static void arcsinh(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      VectorMask<Double> large = y.compare(GT, LARGE);
      DoubleVector square = y.mul(y);
      DoubleVector w = y.add(square.div(square.add(1).sqrt().add(1)));
      w = w.blend(y.sub(1), large);
      DoubleVector u = w.add(1);
      DoubleVector back = u.sub(1);
      DoubleVector lost = DoubleVector.broadcast(LANES, 1.0).sub(u.sub(back)).add(w.sub(back));
      LongVector code = u.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
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
      DoubleVector part = ratio.fma(q.fma(z, halfSquare), n.mul(LN2_LOW));
      DoubleVector log =
          n.fma(DoubleVector.broadcast(LANES, LN2_HIGH), f.sub(halfSquare.sub(part)))
              .add(lost.div(u));
      log = DoubleVector.broadcast(LANES, NAN).blend(log, w.compare(GE, -1.0));
      log = log.blend(-INFINITY, w.compare(EQ, -1.0));
      log = log.blend(w, w.compare(EQ, 0));
      log = log.blend(w, w.compare(EQ, INFINITY));
      DoubleVector result = log;
      result = result.add(DoubleVector.broadcast(LANES, 0.0).blend(LN2, large));
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }

  static void arccosh(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector w = x.sub(1);
      VectorMask<Double> large = x.compare(GT, LARGE);
      w = w.add(w.fma(w, w.mul(2)).sqrt()).blend(w, large);
      DoubleVector u = w.add(1);
      DoubleVector back = u.sub(1);
      DoubleVector lost = DoubleVector.broadcast(LANES, 1.0).sub(u.sub(back)).add(w.sub(back));
      LongVector code = u.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
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
      DoubleVector part = ratio.fma(q.fma(z, halfSquare), n.mul(LN2_LOW));
      DoubleVector log =
          n.fma(DoubleVector.broadcast(LANES, LN2_HIGH), f.sub(halfSquare.sub(part)))
              .add(lost.div(u));
      log = DoubleVector.broadcast(LANES, NAN).blend(log, w.compare(GE, -1.0));
      log = log.blend(-INFINITY, w.compare(EQ, -1.0));
      log = log.blend(w, w.compare(EQ, 0));
      log = log.blend(w, w.compare(EQ, INFINITY));
      DoubleVector result = log;
      result.add(DoubleVector.broadcast(LANES, 0.0).blend(LN2, large)).intoArray(s, i);
    }
  }

  static void arctanh(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      DoubleVector twice = y.mul(2);
      DoubleVector w = twice.fma(y.div(DoubleVector.broadcast(LANES, 1.0).sub(y)), twice);
      DoubleVector u = w.add(1);
      DoubleVector back = u.sub(1);
      DoubleVector lost = DoubleVector.broadcast(LANES, 1.0).sub(u.sub(back)).add(w.sub(back));
      LongVector code = u.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
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
      DoubleVector part = ratio.fma(q.fma(z, halfSquare), n.mul(LN2_LOW));
      DoubleVector log =
          n.fma(DoubleVector.broadcast(LANES, LN2_HIGH), f.sub(halfSquare.sub(part)))
              .add(lost.div(u));
      log = DoubleVector.broadcast(LANES, NAN).blend(log, w.compare(GE, -1.0));
      log = log.blend(-INFINITY, w.compare(EQ, -1.0));
      log = log.blend(w, w.compare(EQ, 0));
      log = log.blend(w, w.compare(EQ, INFINITY));
      DoubleVector result = log.mul(0.5);
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, y.compare(LE, 1)).intoArray(s, i);
    }
  }
}
