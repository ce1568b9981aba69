package io.nacre.runtime.kernel.optimizer;

/// The steps of [io.nacre.runtime.Signum].
public final class FloatSignum {
  private FloatSignum() {}

  /// Without momentum; `shrink` is what decay takes off a weight of 1.
  public static void step(
      float[] w, float[] g, int from, int to, float rate, float shrink, float scale) {
    for (int i = from; i < to; i++) {
      w[i] = (1 - shrink) * w[i] - rate * Math.signum(scale * g[i]);
    }
  }

  /// With momentum; `v` are the averages of the steepest descents.
  public static void step(
      float[] w,
      float[] g,
      float[] v,
      int from,
      int to,
      float rate,
      float decay,
      float shrink,
      float scale,
      float bound,
      float momentum) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound) + decay * w[i];
      v[i] = momentum * v[i] - (1 - momentum) * d;
      w[i] = (1 - shrink) * w[i] + rate * Math.signum(v[i]);
    }
  }
}
