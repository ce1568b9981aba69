package io.nacre.runtime.kernel.optimizer;

/// What the steps of optimizers share.
final class FloatGradient {
  /// How many elements a step of two loops takes at a time, so that they are still at hand. Two,
  /// since the JIT does not unroll a large loop, and without that makes no vector code.
  static final int CHUNK = 1024;

  private FloatGradient() {}

  /// The number from `-bound` to `bound` that is closest to x; NaN for NaN.
  static float clip(float x, float bound) {
    return Math.max(-bound, Math.min(bound, x));
  }
}
