package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The steps of [io.nacre.runtime.RmsProp].
public final class FloatRmsProp {
  private FloatRmsProp() {}

  /// Not centered; `squares` are the averages of squared gradients.
  public static void step(
      float[] w,
      float[] g,
      float[] squares,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float gamma1,
      float epsilon,
      float most) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
      squares[i] = gamma1 * squares[i] + (1 - gamma1) * d * d;
      float step = rate * d / FloatMath.sqrt(squares[i] + epsilon);
      w[i] = FloatGradient.clip(w[i] - step, most);
    }
  }

  /// Centered, with momentum; `mean` are the averages of gradients, `delta` the last steps.
  public static void step(
      float[] w,
      float[] g,
      float[] squares,
      float[] mean,
      float[] delta,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float gamma1,
      float gamma2,
      float epsilon,
      float most) {
    for (int at = from; at < to; at += FloatGradient.CHUNK) {
      int end = Math.min(to, at + FloatGradient.CHUNK);
      for (int i = at; i < end; i++) {
        float d = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
        squares[i] = gamma1 * squares[i] + (1 - gamma1) * d * d;
        mean[i] = gamma1 * mean[i] + (1 - gamma1) * d;
      }
      for (int i = at; i < end; i++) {
        float d = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
        // rounding can make a variance of about 0 negative
        float variance = Math.max(squares[i] - mean[i] * mean[i], 0f);
        delta[i] = gamma2 * delta[i] - rate * d / FloatMath.sqrt(variance + epsilon);
        w[i] = FloatGradient.clip(w[i] + delta[i], most);
      }
    }
  }
}
