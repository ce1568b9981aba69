package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.AdaGrad].
public final class FloatAdaGrad {
  private FloatAdaGrad() {}

  /// One step; `history` are the sums of squared gradients.
  public static void step(
      float[] w,
      float[] g,
      float[] history,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float epsilon) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound);
      history[i] += d * d;
      w[i] -= rate * (d / FloatMath.sqrt(history[i] + epsilon) + decay * w[i]);
    }
  }
}
