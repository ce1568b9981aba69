package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.Ftml].
public final class FloatFtml {
  private FloatFtml() {}

  /// One step; `one` and `two` are what 1 less the powers of beta1 and beta2 come to.
  public static void step(
      float[] w,
      float[] g,
      float[] d,
      float[] v,
      float[] z,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float beta1,
      float beta2,
      float epsilon,
      float one,
      float two) {
    for (int at = from; at < to; at += FloatGradient.CHUNK) {
      int end = Math.min(to, at + FloatGradient.CHUNK);
      for (int i = at; i < end; i++) {
        float e = FloatGradient.clip(scale * g[i] + decay * w[i], bound);
        v[i] = beta2 * v[i] + (1 - beta2) * e * e;
        z[i] = beta1 * z[i] + (1 - beta1) * e;
      }
      for (int i = at; i < end; i++) {
        float next = one / rate * (FloatMath.sqrt(v[i] / two) + epsilon);
        z[i] -= (next - beta1 * d[i]) * w[i];
        d[i] = next;
        w[i] = -z[i] / next;
      }
    }
  }
}
