package io.nacre.runtime.kernel.optimizer;

/// The step of [io.nacre.runtime.Nag].
public final class FloatNag {
  private FloatNag() {}

  /// One step; `v` are the velocities.
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
      float d = FloatGradient.clip(scale * g[i], bound);
      float kept = momentum * v[i];
      w[i] += (momentum + 1) * (kept - rate * (d + decay * w[i])) - kept;
      v[i] = kept - rate * (d + decay * w[i]);
    }
  }
}
