package io.nacre.runtime.kernel.vector;

import static io.nacre.runtime.kernel.FloatPowerMath.Constants.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [io.nacre.runtime.kernel.FloatPowerMath] for vectors of any length, with the
/// same bits in every lane. Powers and cube roots take the way of [Detour].
public final class FloatVectorPowerMath {
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private FloatVectorPowerMath() {}

  /// `x^y`, with the special cases of C's `pow`.
  public static FloatVector pow(Worker worker, FloatVector x, FloatVector y) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    y.intoArray(s, Detour.SECOND);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorPowerMath.pow(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The cube root.
  public static FloatVector cbrt(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorPowerMath.cbrt(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// `sqrt(x^2 + y^2)`, without overflow or underflow on the way; infinite if one of them is.
  public static FloatVector hypot(FloatVector x, FloatVector y) {
    VectorSpecies<Float> s = x.species();
    FloatVector a = x.abs();
    FloatVector b = y.abs();
    FloatVector large = b.blend(a, a.compare(GT, b));
    FloatVector small = a.blend(b, a.compare(GT, b));
    FloatVector scale =
        FloatVector.broadcast(s, 1f).blend(HYPOT_UP, large.compare(LT, HYPOT_SMALL));
    scale = scale.blend(HYPOT_DOWN, large.compare(GT, HYPOT_LARGE));
    large = large.mul(scale);
    small = small.mul(scale);
    FloatVector result = large.fma(large, small.mul(small)).sqrt().div(scale);
    result = FloatVector.broadcast(s, NAN).blend(result, x.compare(EQ, x).and(y.compare(EQ, y)));
    return result.blend(INFINITY, x.abs().compare(EQ, INFINITY).or(y.abs().compare(EQ, INFINITY)));
  }
}
