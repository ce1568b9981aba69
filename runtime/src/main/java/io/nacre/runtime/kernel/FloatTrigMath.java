package io.nacre.runtime.kernel;

/// Trigonometric functions of a float, with the same bits everywhere: those of [DoubleTrigMath],
/// rounded. Angles are in radians and may have any size.
public final class FloatTrigMath {
  private FloatTrigMath() {}

  /// The sine.
  public static float sin(float x) {
    return (float) DoubleTrigMath.sin(x);
  }

  /// The cosine.
  public static float cos(float x) {
    return (float) DoubleTrigMath.cos(x);
  }

  /// The tangent, `sin x / cos x`.
  public static float tan(float x) {
    return sin(x) / cos(x);
  }

  /// The angle from -pi/2 to pi/2 whose sine is x.
  public static float arcsin(float x) {
    return (float) DoubleTrigMath.arcsin(x);
  }

  /// The angle from 0 to pi whose cosine is x.
  public static float arccos(float x) {
    return (float) DoubleTrigMath.arccos(x);
  }

  /// The angle between -pi/2 and pi/2 whose tangent is x.
  public static float arctan(float x) {
    return (float) DoubleTrigMath.arctan(x);
  }
}
