package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.AdamW].
public final class FloatAdamW {
  private FloatAdamW() {}

  /// One step; `rate` has the correction of the bias in it, `shrink` is what decay takes off a
  /// weight of 1.
  public static void step(
      float[] w,
      float[] g,
      float[] mean,
      float[] variance,
      int from,
      int to,
      float rate,
      float shrink,
      float scale,
      float bound,
      float beta1,
      float beta2,
      float epsilon) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound);
      mean[i] = beta1 * mean[i] + (1 - beta1) * d;
      variance[i] = beta2 * variance[i] + (1 - beta2) * d * d;
      w[i] -= rate * mean[i] / (FloatMath.sqrt(variance[i]) + epsilon) + shrink * w[i];
    }
  }
}
