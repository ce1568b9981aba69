package io.nacre.runtime.kernel;

/// The inverse of the error function of a float, with the same bits everywhere: that of
/// [DoubleErfinvMath], rounded.
public final class FloatErfinvMath {
  private FloatErfinvMath() {}

  /// The number whose error function is x.
  public static float erfinv(float x) {
    return (float) DoubleErfinvMath.erfinv(x);
  }
}
