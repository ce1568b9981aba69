package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static io.nacre.runtime.kernel.DoublePowerMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [io.nacre.runtime.kernel.DoublePowerMath] for vectors of any length: the same
/// operations in the same order, so the same bits in every lane. Powers and cube roots take the way
/// of [Detour].
public final class DoubleVectorPowerMath {
  private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double MIN_NORMAL = Double.MIN_NORMAL;
  private static final long SIGN = 0x8000000000000000L;
  private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));

  private DoubleVectorPowerMath() {}

  /// `x^y`, with the special cases of C's `pow`.
  public static DoubleVector pow(Worker worker, DoubleVector x, DoubleVector y) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    y.intoArray(s, Detour.SECOND);
    pow(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The cube root.
  public static DoubleVector cbrt(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    cbrt(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// `sqrt(x^2 + y^2)`, without overflow or underflow on the way; infinite if one of them is.
  public static DoubleVector hypot(DoubleVector x, DoubleVector y) {
    VectorSpecies<Double> s = x.species();
    DoubleVector a = x.abs();
    DoubleVector b = y.abs();
    DoubleVector large = b.blend(a, a.compare(GT, b));
    DoubleVector small = a.blend(b, a.compare(GT, b));
    DoubleVector scale =
        DoubleVector.broadcast(s, 1.0).blend(HYPOT_UP, large.compare(LT, HYPOT_SMALL));
    scale = scale.blend(HYPOT_DOWN, large.compare(GT, HYPOT_LARGE));
    large = large.mul(scale);
    small = small.mul(scale);
    DoubleVector result = large.fma(large, small.mul(small)).sqrt().div(scale);
    result = DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x).and(y.compare(EQ, y)));
    return result.blend(INFINITY, x.abs().compare(EQ, INFINITY).or(y.abs().compare(EQ, INFINITY)));
  }

  static void pow(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = DoubleVector.fromArray(LANES, s, i + Detour.SECOND);
      DoubleVector base = x.abs();
      VectorMask<Double> subnormal = base.compare(LT, MIN_NORMAL);
      DoubleVector scaled = base.blend(base.mul(TWO_TO_54), subnormal);
      LongVector code = scaled.reinterpretAsLongs().sub(SQRT_HALF);
      DoubleVector n =
          code.lanewise(ASHR, 52).add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
      n = n.sub(DoubleVector.broadcast(LANES, 0.0).blend(54.0, subnormal));
      DoubleVector f = code.and(MANTISSA).add(SQRT_HALF).reinterpretAsDoubles().sub(1);
      // ratio = f / (f + 2)
      DoubleVector below = f.add(2);
      DoubleVector belowLow = f.sub(below.sub(2));
      DoubleVector ratio = f.div(below);
      DoubleVector ratioLow = ratio.neg().fma(below, f).sub(ratio.mul(belowLow)).div(below);
      // ratio^3
      DoubleVector z = ratio.mul(ratio);
      DoubleVector zLow = ratio.add(ratio).fma(ratioLow, ratio.fma(ratio, z.neg()));
      DoubleVector cube = z.mul(ratio);
      DoubleVector cubeLow = zLow.fma(ratio, z.fma(ratioLow, z.fma(ratio, cube.neg())));
      // log(1 + f) = 2 ratio + 2/3 ratio^3 + ratio^5 P(ratio^2)
      DoubleVector q = DoubleVector.broadcast(LANES, POWER_7);
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_6));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_5));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_4));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_3));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_2));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_1));
      q = q.fma(z, DoubleVector.broadcast(LANES, POWER_0));
      DoubleVector third = cube.mul(TWO_THIRDS);
      DoubleVector thirdLow =
          q.fma(
              cube.mul(z),
              cubeLow.fma(
                  DoubleVector.broadcast(LANES, TWO_THIRDS),
                  cube.fma(
                      DoubleVector.broadcast(LANES, TWO_THIRDS_LOW),
                      cube.fma(DoubleVector.broadcast(LANES, TWO_THIRDS), third.neg()))));
      DoubleVector log = ratio.mul(2).add(third);
      DoubleVector logLow =
          third
              .sub(log.sub(ratio.mul(2)))
              .add(ratioLow.fma(DoubleVector.broadcast(LANES, 2.0), thirdLow));
      // log2(base) = n + log(1 + f) / log(2)
      DoubleVector log2 = log.mul(LOG2_E);
      DoubleVector log2Low =
          log.fma(
              DoubleVector.broadcast(LANES, LOG2_E_LOW),
              logLow.fma(
                  DoubleVector.broadcast(LANES, LOG2_E),
                  log.fma(DoubleVector.broadcast(LANES, LOG2_E), log2.neg())));
      DoubleVector sum = n.add(log2);
      DoubleVector sumLow = log2.sub(sum.sub(n)).add(log2Low);
      sum = sum.blend(-INFINITY, base.compare(EQ, 0));
      sum = sum.blend(INFINITY, base.compare(EQ, INFINITY));
      // y log2(base), within what 2^t needs
      DoubleVector t = sum.mul(y);
      DoubleVector tLow = sumLow.fma(y, sum.fma(y, t.neg()));
      tLow = DoubleVector.broadcast(LANES, 0.0).blend(tLow, t.abs().compare(LT, POWER_MOST));
      t = t.blend(POWER_MOST, t.compare(GT, POWER_MOST));
      t = t.blend(-POWER_MOST, t.compare(LT, -POWER_MOST));
      // 2^t
      DoubleVector whole = t.add(ROUNDER);
      DoubleVector rest = t.sub(whole.sub(ROUNDER)).add(tLow);
      DoubleVector r = rest.fma(DoubleVector.broadcast(LANES, LN2_HIGH), rest.mul(LN2_LOW));
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
      e = e.fma(r.mul(r), r).add(1);
      LongVector exponent = whole.reinterpretAsLongs().sub(ROUNDER_BITS);
      LongVector firstHalf = exponent.lanewise(ASHR, 1);
      DoubleVector result = e.mul(firstHalf.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
      result =
          result.mul(exponent.sub(firstHalf).add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
      result = result.blend(1.0, base.compare(EQ, 1));
      // a negative base: the sign of an odd exponent, and no number unless the exponent is whole
      DoubleVector size = y.abs();
      DoubleVector halfSize = size.mul(0.5);
      VectorMask<Double> isWhole =
          size.compare(GE, TWO_TO_52).or(size.add(TWO_TO_52).sub(TWO_TO_52).compare(EQ, size));
      VectorMask<Double> isEven =
          size.compare(GE, TWO_TO_53)
              .or(halfSize.add(TWO_TO_52).sub(TWO_TO_52).compare(EQ, halfSize));
      LongVector flip = x.reinterpretAsLongs().and(SIGN);
      DoubleVector signed = result.reinterpretAsLongs().lanewise(XOR, flip).reinterpretAsDoubles();
      result = result.blend(signed, isWhole.and(isEven.not()));
      result =
          result.blend(NAN, x.compare(LT, 0).and(base.compare(LT, INFINITY)).and(isWhole.not()));
      result =
          DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x).and(y.compare(EQ, y)));
      result.blend(1.0, y.compare(EQ, 0).or(x.compare(EQ, 1))).intoArray(s, i);
    }
  }

  static void cbrt(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      VectorMask<Double> subnormal = y.compare(LT, MIN_NORMAL);
      DoubleVector scaled = y.blend(y.mul(TWO_TO_54), subnormal);
      LongVector exponent = scaled.reinterpretAsLongs().lanewise(ASHR, 52);
      LongVector third = exponent.mul(43691).lanewise(ASHR, 17);
      LongVector rest = exponent.sub(third.mul(3));
      DoubleVector m =
          scaled
              .reinterpretAsLongs()
              .and(MANTISSA)
              .or(rest.add(1023).lanewise(LSHL, 52))
              .reinterpretAsDoubles();
      DoubleVector t = DoubleVector.broadcast(LANES, CBRT_4);
      t = t.fma(m, DoubleVector.broadcast(LANES, CBRT_3));
      t = t.fma(m, DoubleVector.broadcast(LANES, CBRT_2));
      t = t.fma(m, DoubleVector.broadcast(LANES, CBRT_1));
      t = t.fma(m, DoubleVector.broadcast(LANES, CBRT_0));
      DoubleVector cube = t.mul(t).mul(t);
      t =
          t.mul(
              m.fma(DoubleVector.broadcast(LANES, 2.0), cube)
                  .div(cube.fma(DoubleVector.broadcast(LANES, 2.0), m)));
      DoubleVector square = t.mul(t);
      DoubleVector lost = t.fma(t, square.neg());
      DoubleVector wrong = square.fma(t, m.neg()).add(lost.mul(t));
      t = t.sub(wrong.div(square.mul(3)));
      DoubleVector result = t.mul(third.add(682).lanewise(LSHL, 52).reinterpretAsDoubles());
      result = result.blend(result.mul(TWO_TO_MINUS_18), subnormal);
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      result = x.blend(result, y.compare(GT, 0).and(y.compare(LT, INFINITY)));
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }
}
