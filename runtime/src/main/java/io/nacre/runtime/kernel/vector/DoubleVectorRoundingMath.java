package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.DoubleRoundingMath.WHOLE;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.DoubleRoundingMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [DoubleRoundingMath] for vectors of any length, with the same bits in every
/// lane.
public final class DoubleVectorRoundingMath {
  private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
  private static final double NAN = Double.NaN;
  private static final long SIGN = 0x8000000000000000L;

  /// Up to this quotient one rounded division leaves the exact rest.
  private static final double QUOTIENT_MOST = WHOLE / 2;

  private DoubleVectorRoundingMath() {}

  /// The largest whole number that is not above x.
  public static DoubleVector floor(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector down = wholeBelow(y);
    DoubleVector result = down.blend(down.add(1), x.compare(LT, 0).and(down.compare(NE, y)));
    result =
        result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The smallest whole number that is not below x.
  public static DoubleVector ceil(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector down = wholeBelow(y);
    DoubleVector result = down.blend(down.add(1), x.compare(GT, 0).and(down.compare(NE, y)));
    result =
        result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// x without its fraction.
  public static DoubleVector trunc(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector down = wholeBelow(y);
    DoubleVector result = down;
    result =
        result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The nearest whole number; of two equally near ones that further from 0.
  public static DoubleVector round(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector down = wholeBelow(y);
    DoubleVector result = down.blend(down.add(1), y.sub(down).compare(GE, 0.5));
    result =
        result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The nearest whole number; of two equally near ones the smaller.
  public static DoubleVector rint(DoubleVector x) {
    VectorSpecies<Double> s = x.species();
    DoubleVector y = x.abs();
    DoubleVector down = wholeBelow(y);
    DoubleVector rest = y.sub(down);
    VectorMask<Double> up = rest.compare(GT, 0.5).or(rest.compare(EQ, 0.5).and(x.compare(LT, 0)));
    DoubleVector result = down.blend(down.add(1), up);
    result =
        result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
    return DoubleVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// What is left of x when it is divided by y and the quotient rounded down.
  public static DoubleVector mod(Worker worker, DoubleVector x, DoubleVector y) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    y.intoArray(s, Detour.SECOND);
    mod(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  private static void mod(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = DoubleVector.fromArray(LANES, s, i + Detour.SECOND);
      DoubleVector a = x.abs();
      DoubleVector b = y.abs();
      b = b.blend(1.0, y.compare(EQ, 0));
      DoubleVector quotient = a.div(b);
      if (quotient.compare(GE, QUOTIENT_MOST).anyTrue()) {
        for (int lane = i; lane < i + LANES.length(); lane++) {
          s[lane] = DoubleRoundingMath.mod(s[lane], s[lane + Detour.SECOND]);
        }
        continue;
      }
      DoubleVector n = quotient.add(WHOLE).sub(WHOLE);
      n = n.blend(n.sub(1), n.compare(GT, quotient));
      DoubleVector rest = n.neg().fma(b, a);
      rest = rest.blend(rest.add(b), rest.compare(LT, 0));
      rest = rest.blend(a, n.compare(EQ, 0));
      rest = rest.blend(rest.neg(), x.compare(LT, 0));
      VectorMask<Double> apart =
          rest.compare(LT, 0).and(y.compare(GT, 0)).or(rest.compare(GT, 0).and(y.compare(LT, 0)));
      DoubleVector result = rest.blend(rest.add(y), apart);
      result = result.blend(0.0, y.compare(EQ, 0));
      DoubleVector.broadcast(LANES, NAN).blend(result, result.compare(EQ, result)).intoArray(s, i);
    }
  }

  private static DoubleVector wholeBelow(DoubleVector y) {
    DoubleVector rounded = y.add(WHOLE).sub(WHOLE);
    rounded = rounded.blend(rounded.sub(1), rounded.compare(GT, y));
    return y.blend(rounded, y.compare(LT, WHOLE));
  }
}
