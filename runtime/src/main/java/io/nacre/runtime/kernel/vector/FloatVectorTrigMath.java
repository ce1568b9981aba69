package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.FloatVector;

/// The functions of [io.nacre.runtime.kernel.FloatTrigMath] for vectors of any length, with the
/// same bits in every lane. They take the way of [Detour].
public final class FloatVectorTrigMath {
  private FloatVectorTrigMath() {}

  /// The sine.
  public static FloatVector sin(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorTrigMath.sin(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The cosine.
  public static FloatVector cos(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorTrigMath.cos(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The tangent.
  public static FloatVector tan(Worker worker, FloatVector x) {
    return sin(worker, x).div(cos(worker, x));
  }

  /// The angle from -pi/2 to pi/2 whose sine is x.
  public static FloatVector arcsin(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorTrigMath.arcsin(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The angle from 0 to pi whose cosine is x.
  public static FloatVector arccos(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorTrigMath.arccos(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The angle between -pi/2 and pi/2 whose tangent is x.
  public static FloatVector arctan(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorTrigMath.arctan(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }
}
