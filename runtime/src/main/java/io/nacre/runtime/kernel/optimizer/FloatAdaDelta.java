package io.nacre.runtime.kernel.optimizer;

import io.nacre.runtime.kernel.FloatMath;

/// The step of [io.nacre.runtime.AdaDelta].
public final class FloatAdaDelta {
  private FloatAdaDelta() {}

  /// One step; `gradients` and `steps` are the averages of their squares.
  public static void step(
      float[] w,
      float[] g,
      float[] gradients,
      float[] steps,
      int from,
      int to,
      float rate,
      float decay,
      float scale,
      float bound,
      float rho,
      float epsilon) {
    for (int i = from; i < to; i++) {
      float d = FloatGradient.clip(scale * g[i], bound);
      gradients[i] = rho * gradients[i] + (1 - rho) * d * d;
      float up = FloatMath.sqrt(steps[i] + epsilon);
      float step = up / FloatMath.sqrt(gradients[i] + epsilon) * d;
      steps[i] = rho * steps[i] + (1 - rho) * step * step;
      w[i] -= rate * (step + decay * w[i]);
    }
  }
}
