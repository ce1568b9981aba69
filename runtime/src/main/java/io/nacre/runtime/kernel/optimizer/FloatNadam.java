package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.Nadam].
public final class FloatNadam {
  private FloatNadam() {}

  /// One step; the bias is corrected by the last three factors.
  public static void step(
      float[] w,
      float[] g,
      float[] mean,
      float[] variance,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float beta1,
      float beta2,
      float epsilon,
      float gradientFactor,
      float meanFactor,
      float varianceFactor) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
      mean[i] = beta1 * mean[i] + (1 - beta1) * d;
      variance[i] = beta2 * variance[i] + (1 - beta2) * d * d;
      float ahead = gradientFactor * d + meanFactor * mean[i];
      w[i] -= rate * ahead / (FloatMath.sqrt(varianceFactor * variance[i]) + epsilon);
    }
  }
}
