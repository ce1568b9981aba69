package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.DoubleMath.Constants.*;
import static io.nacre.runtime.kernel.DoubleTrigMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.nacre.runtime.Worker;
import io.nacre.runtime.kernel.DoubleTrigMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [DoubleTrigMath] for vectors of any length: the same operations in the same
/// order, so the same bits in every lane. They take the way of [Detour].
public final class DoubleVectorTrigMath {
  private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
  private static final double NAN = Double.NaN;
  private static final long SIGN = 0x8000000000000000L;

  private DoubleVectorTrigMath() {}

  /// The sine.
  public static DoubleVector sin(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    sin(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The cosine.
  public static DoubleVector cos(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    cos(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The tangent.
  public static DoubleVector tan(Worker worker, DoubleVector x) {
    return sin(worker, x).div(cos(worker, x));
  }

  /// The angle from -pi/2 to pi/2 whose sine is x.
  public static DoubleVector arcsin(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arcsin(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The angle from 0 to pi whose cosine is x.
  public static DoubleVector arccos(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arccos(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  /// The angle between -pi/2 and pi/2 whose tangent is x.
  public static DoubleVector arctan(Worker worker, DoubleVector x) {
    double[] s = Detour.doubles(worker);
    x.intoArray(s, 0);
    arctan(s, x.length());
    return DoubleVector.fromArray(x.species(), s, 0);
  }

  static void sin(double[] s, int count) {
    wave(s, count, 0, SIGN);
  }

  static void cos(double[] s, int count) {
    wave(s, count, 1, 0);
  }

  private static void wave(double[] s, int count, long turn, long signs) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      if (y.compare(GT, ANGLE_MOST).anyTrue()) {
        for (int lane = i; lane < i + LANES.length(); lane++) {
          s[lane] = turn == 0 ? DoubleTrigMath.sin(s[lane]) : DoubleTrigMath.cos(s[lane]);
        }
        continue;
      }
      DoubleVector whole =
          y.fma(DoubleVector.broadcast(LANES, TWO_OVER_PI), DoubleVector.broadcast(LANES, ROUNDER));
      DoubleVector n = whole.sub(ROUNDER);
      DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -HALF_PI_1), y);
      r = n.fma(DoubleVector.broadcast(LANES, -HALF_PI_2), r);
      r = n.fma(DoubleVector.broadcast(LANES, -HALF_PI_3), r);
      LongVector quadrant = whole.reinterpretAsLongs().add(turn);
      DoubleVector square = r.mul(r);
      DoubleVector q = DoubleVector.broadcast(LANES, SIN_13);
      q = q.fma(square, DoubleVector.broadcast(LANES, SIN_11));
      q = q.fma(square, DoubleVector.broadcast(LANES, SIN_9));
      q = q.fma(square, DoubleVector.broadcast(LANES, SIN_7));
      q = q.fma(square, DoubleVector.broadcast(LANES, SIN_5));
      q = q.fma(square, DoubleVector.broadcast(LANES, SIN_3));
      DoubleVector sine = q.mul(square).fma(r, r);
      DoubleVector p = DoubleVector.broadcast(LANES, COS_14);
      p = p.fma(square, DoubleVector.broadcast(LANES, COS_12));
      p = p.fma(square, DoubleVector.broadcast(LANES, COS_10));
      p = p.fma(square, DoubleVector.broadcast(LANES, COS_8));
      p = p.fma(square, DoubleVector.broadcast(LANES, COS_6));
      p = p.fma(square, DoubleVector.broadcast(LANES, COS_4));
      DoubleVector half = square.mul(0.5);
      DoubleVector near = DoubleVector.broadcast(LANES, 1.0).sub(half);
      DoubleVector lost = DoubleVector.broadcast(LANES, 1.0).sub(near).sub(half);
      DoubleVector cosine = near.add(p.mul(square).fma(square, lost));
      DoubleVector result = cosine.blend(sine, quadrant.and(1).compare(EQ, 0).cast(LANES));
      LongVector flip =
          quadrant.and(2).lanewise(LSHL, 62).lanewise(XOR, x.reinterpretAsLongs().and(signs));
      result = result.reinterpretAsLongs().lanewise(XOR, flip).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }

  static void arcsin(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      VectorMask<Double> large = y.compare(GT, 0.5);
      DoubleVector root = DoubleVector.broadcast(LANES, 1.0).sub(y).mul(0.5).sqrt();
      DoubleVector u = y.blend(root, large);
      DoubleVector square = u.mul(u);
      DoubleVector q = DoubleVector.broadcast(LANES, ASIN_27);
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_25));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_23));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_21));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_19));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_17));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_15));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_13));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_11));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_9));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_7));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_5));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_3));
      DoubleVector small = q.mul(square).fma(u, u);
      DoubleVector result =
          small.blend(
              DoubleVector.broadcast(LANES, HALF_PI_HIGH)
                  .sub(
                      small.fma(
                          DoubleVector.broadcast(LANES, 2.0),
                          DoubleVector.broadcast(LANES, -HALF_PI_LOW))),
              large);
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, y.compare(LE, 1)).intoArray(s, i);
    }
  }

  static void arccos(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      VectorMask<Double> large = y.compare(GT, 0.5);
      DoubleVector root = DoubleVector.broadcast(LANES, 1.0).sub(y).mul(0.5).sqrt();
      DoubleVector u = x.blend(root, large);
      DoubleVector square = u.mul(u);
      DoubleVector q = DoubleVector.broadcast(LANES, ASIN_27);
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_25));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_23));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_21));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_19));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_17));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_15));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_13));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_11));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_9));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_7));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_5));
      q = q.fma(square, DoubleVector.broadcast(LANES, ASIN_3));
      DoubleVector small = q.mul(square).fma(u, u);
      DoubleVector twice = small.mul(2);
      DoubleVector back = DoubleVector.broadcast(LANES, PI_HIGH).sub(twice.sub(PI_LOW));
      DoubleVector result = back.blend(twice, x.compare(GT, 0));
      result =
          DoubleVector.broadcast(LANES, HALF_PI_HIGH)
              .sub(small.sub(HALF_PI_LOW))
              .blend(result, large);
      DoubleVector.broadcast(LANES, NAN).blend(result, y.compare(LE, 1)).intoArray(s, i);
    }
  }

  static void arctan(double[] s, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector x = DoubleVector.fromArray(LANES, s, i);
      DoubleVector y = x.abs();
      VectorMask<Double> far = y.compare(GT, TAN_3_PI_8);
      VectorMask<Double> near = y.compare(LT, TAN_PI_8);
      DoubleVector above = y.sub(1).blend(y, near);
      above = above.blend(-1.0, far);
      DoubleVector below = y.add(1).blend(1.0, near);
      below = below.blend(y, far);
      DoubleVector z = above.div(below);
      DoubleVector square = z.mul(z);
      DoubleVector q = DoubleVector.broadcast(LANES, ATAN_23);
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_21));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_19));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_17));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_15));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_13));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_11));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_9));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_7));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_5));
      q = q.fma(square, DoubleVector.broadcast(LANES, ATAN_3));
      DoubleVector high = DoubleVector.broadcast(LANES, QUARTER_PI_HIGH).blend(0.0, near);
      high = high.blend(HALF_PI_HIGH, far);
      DoubleVector low = DoubleVector.broadcast(LANES, QUARTER_PI_LOW).blend(0.0, near);
      low = low.blend(HALF_PI_LOW, far);
      DoubleVector result = high.add(z.add(q.mul(square).fma(z, low)));
      result =
          result.reinterpretAsLongs().or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles();
      DoubleVector.broadcast(LANES, NAN).blend(result, x.compare(EQ, x)).intoArray(s, i);
    }
  }
}
