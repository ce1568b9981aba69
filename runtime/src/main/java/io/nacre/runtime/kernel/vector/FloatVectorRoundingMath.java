package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.FloatRoundingMath.WHOLE;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.FloatRoundingMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [FloatRoundingMath] for vectors of any length, with the same bits in every
/// lane.
public final class FloatVectorRoundingMath {
  private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
  private static final float NAN = Float.NaN;
  private static final int SIGN = 0x80000000;

  /// Up to this quotient one rounded division leaves the exact rest.
  private static final float QUOTIENT_MOST = WHOLE / 2;

  private FloatVectorRoundingMath() {}

  /// The largest whole number that is not above x.
  public static FloatVector floor(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector down = wholeBelow(y);
    FloatVector result = down.blend(down.add(1), x.compare(LT, 0).and(down.compare(NE, y)));
    result = result.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    return FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The smallest whole number that is not below x.
  public static FloatVector ceil(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector down = wholeBelow(y);
    FloatVector result = down.blend(down.add(1), x.compare(GT, 0).and(down.compare(NE, y)));
    result = result.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    return FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// x without its fraction.
  public static FloatVector trunc(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector down = wholeBelow(y);
    FloatVector result = down;
    result = result.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    return FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The nearest whole number; of two equally near ones that further from 0.
  public static FloatVector round(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector down = wholeBelow(y);
    FloatVector result = down.blend(down.add(1), y.sub(down).compare(GE, 0.5f));
    result = result.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    return FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// The nearest whole number; of two equally near ones the smaller.
  public static FloatVector rint(FloatVector x) {
    VectorSpecies<Float> s = x.species();
    FloatVector y = x.abs();
    FloatVector down = wholeBelow(y);
    FloatVector rest = y.sub(down);
    VectorMask<Float> up = rest.compare(GT, 0.5f).or(rest.compare(EQ, 0.5f).and(x.compare(LT, 0)));
    FloatVector result = down.blend(down.add(1), up);
    result = result.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    return FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x));
  }

  /// What is left of x when it is divided by y and the quotient rounded down.
  public static FloatVector mod(Worker worker, FloatVector x, FloatVector y) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    y.intoArray(s, Detour.SECOND);
    mod(s, x.length());
    return FloatVector.fromArray(x.species(), s, 0);
  }

  private static void mod(float[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector x = FloatVector.fromArray(LANES, s, i);
      FloatVector y = FloatVector.fromArray(LANES, s, i + Detour.SECOND);
      FloatVector a = x.abs();
      FloatVector b = y.abs();
      b = b.blend(1f, y.compare(EQ, 0));
      FloatVector quotient = a.div(b);
      if (quotient.compare(GE, QUOTIENT_MOST).anyTrue()) {
        for (int lane = i; lane < i + LANES.length(); lane++) {
          s[lane] = FloatRoundingMath.mod(s[lane], s[lane + Detour.SECOND]);
        }
        continue;
      }
      FloatVector n = quotient.add(WHOLE).sub(WHOLE);
      n = n.blend(n.sub(1), n.compare(GT, quotient));
      FloatVector rest = n.neg().fma(b, a);
      rest = rest.blend(rest.add(b), rest.compare(LT, 0));
      rest = rest.blend(a, n.compare(EQ, 0));
      rest = rest.blend(rest.neg(), x.compare(LT, 0));
      VectorMask<Float> apart =
          rest.compare(LT, 0).and(y.compare(GT, 0)).or(rest.compare(GT, 0).and(y.compare(LT, 0)));
      FloatVector result = rest.blend(rest.add(y), apart);
      result = result.blend(0f, y.compare(EQ, 0));
      FloatVector.broadcast(LANES, NAN).blend(result, result.compare(EQ, result)).intoArray(s, i);
    }
  }

  private static FloatVector wholeBelow(FloatVector y) {
    FloatVector rounded = y.add(WHOLE).sub(WHOLE);
    rounded = rounded.blend(rounded.sub(1), rounded.compare(GT, y));
    return y.blend(rounded, y.compare(LT, WHOLE));
  }
}
