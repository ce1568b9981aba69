package io.nacre.runtime.kernel.optimizer;

/// The step of [io.nacre.runtime.Sgd].
public final class FloatSgd {
  private FloatSgd() {}

  /// Without momentum.
  public static void step(
      float[] w, float[] g, int from, int to, float rate, float decay, float scale, float bound) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound) + decay * w[i];
      w[i] -= rate * d;
    }
  }

  /// With momentum; `v` are the velocities.
  public static void step(
      float[] w,
      float[] g,
      float[] v,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float momentum) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound) + decay * w[i];
      v[i] = momentum * v[i] - rate * d;
      w[i] += v[i];
    }
  }
}
