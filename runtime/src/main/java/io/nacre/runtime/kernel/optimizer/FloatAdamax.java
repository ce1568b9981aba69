package io.nacre.runtime.kernel.optimizer;

/// The step of [io.nacre.runtime.Adamax].
public final class FloatAdamax {
  private FloatAdamax() {}

  /// One step; `rate` has the correction of the bias in it, `norm` are the largest gradients.
  public static void step(
      float[] w,
      float[] g,
      float[] mean,
      float[] norm,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float beta1,
      float beta2) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
      mean[i] = beta1 * mean[i] + (1 - beta1) * d;
      norm[i] = Math.max(beta2 * norm[i], Math.abs(d));
      // where the norm is 0, so is the mean
      w[i] -= rate * mean[i] / Math.max(norm[i], Float.MIN_NORMAL);
    }
  }
}
