package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.Ftrl].
public final class FloatFtrl {
  private FloatFtrl() {}

  /// One step; `n` are the sums of squared gradients.
  public static void step(
      float[] w,
      float[] g,
      float[] z,
      float[] n,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float lambda1,
      float beta) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound);
      float before = FloatMath.sqrt(n[i]);
      n[i] += d * d;
      float after = FloatMath.sqrt(n[i]);
      z[i] += d - (after - before) * w[i] / rate;
      // sign(z) * lambda1 - z where |z| > lambda1, else 0
      float beyond = FloatGradient.clip(z[i], lambda1) - z[i];
      w[i] = beyond / ((beta + after) / rate + decay);
    }
  }
}
