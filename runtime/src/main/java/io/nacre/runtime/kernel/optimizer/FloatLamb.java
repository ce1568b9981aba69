package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The two halves of a step of [io.nacre.runtime.Lamb].
public final class FloatLamb {
  private FloatLamb() {}

  /// Updates the moments.
  public static void moments(
      float[] g,
      float[] mean,
      float[] variance,
      int from,
      int to,
      float scale,
      float bound,
      float beta1,
      float beta2) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound);
      mean[i] = beta1 * mean[i] + (1 - beta1) * d;
      variance[i] = beta2 * variance[i] + (1 - beta2) * d * d;
    }
  }

  /// Turns weights into their direction.
  ///
  /// @param x the weights, and then the direction; like `mean` and `variance` a copy that starts at
  ///     0, without which the JIT makes no vector code
  public static void direction(
      float[] x,
      float[] mean,
      float[] variance,
      int count,
      float decay,
      float one,
      float two,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      float root = FloatMath.sqrt(variance[i] / two);
      x[i] = mean[i] / one / (root + epsilon) + decay * x[i];
    }
  }

  /// Goes `rate` times the direction back.
  public static void step(
      float[] w,
      float[] mean,
      float[] variance,
      int from,
      int to,
      float rate,
      float decay,
      float one,
      float two,
      float epsilon) {
    for (int i = from; i < to; i++) {
      float root = FloatMath.sqrt(variance[i] / two);
      w[i] -= rate * (mean[i] / one / (root + epsilon) + decay * w[i]);
    }
  }
}
