package io.nacre.runtime.kernel;

/// Hyperbolic functions of a float, with the same bits everywhere: those of [DoubleHyperbolicMath],
/// rounded. [FloatMath] has the hyperbolic tangent.
public final class FloatHyperbolicMath {
  private FloatHyperbolicMath() {}

  /// `(e^x - e^-x) / 2`.
  public static float sinh(float x) {
    return (float) DoubleHyperbolicMath.sinh(x);
  }

  /// `(e^x + e^-x) / 2`.
  public static float cosh(float x) {
    return (float) DoubleHyperbolicMath.cosh(x);
  }

  /// The number whose hyperbolic sine is x.
  public static float arcsinh(float x) {
    return (float) DoubleHyperbolicMath.arcsinh(x);
  }

  /// The number from 0 on whose hyperbolic cosine is x; not a number below 1.
  public static float arccosh(float x) {
    return (float) DoubleHyperbolicMath.arccosh(x);
  }

  /// The number whose hyperbolic tangent is x; not a number beyond -1 and 1.
  public static float arctanh(float x) {
    return (float) DoubleHyperbolicMath.arctanh(x);
  }
}
