package io.nacre.runtime.kernel.vector;

import io.nacre.runtime.Worker;
import jdk.incubator.vector.FloatVector;

/// The functions of [io.nacre.runtime.kernel.FloatHyperbolicMath] for vectors of any length, with
/// the same bits in every lane. They take the way of [Detour].
public final class FloatVectorHyperbolicMath {
  private FloatVectorHyperbolicMath() {}

  /// `(e^x - e^-x) / 2`.
  public static FloatVector sinh(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorHyperbolicMath.sinh(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// `(e^x + e^-x) / 2`.
  public static FloatVector cosh(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorHyperbolicMath.cosh(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The number whose hyperbolic sine is x.
  public static FloatVector arcsinh(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorHyperbolicMath.arcsinh(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The number from 0 on whose hyperbolic cosine is x; not a number below 1.
  public static FloatVector arccosh(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorHyperbolicMath.arccosh(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }

  /// The number whose hyperbolic tangent is x; not a number beyond -1 and 1.
  public static FloatVector arctanh(Worker worker, FloatVector x) {
    float[] s = Detour.floats(worker);
    x.intoArray(s, 0);
    double[] wide = Detour.widen(worker, s);
    DoubleVectorHyperbolicMath.arctanh(wide, x.length());
    Detour.narrow(wide, s);
    return FloatVector.fromArray(x.species(), s, 0);
  }
}
