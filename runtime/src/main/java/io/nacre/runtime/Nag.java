package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleNag;
import io.nacre.runtime.kernel.optimizer.FloatNag;
import java.util.List;

/// Stochastic gradient descent with Nesterov's momentum (Nesterov, 1983); MXNet's `nag`.
///
/// With v the velocity of a weight, at first 0, `nag_mom_update` of MXNet 1.9.1 computes
///
///     v' = momentum * v
///     w  = w - v' + (momentum + 1) * (v' - lr * (clipped(G) + wd * w))
///     v  = v' - lr * (clipped(G) + wd * w)
///
/// As there, the last line has the new weight in it.
public final class Nag extends Optimizer<Nag> {
  private static final List<String> STATES = List.of("momentum");

  private double momentum;

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Nag(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the last step the next one keeps; at first nothing.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Nag momentum(double momentum) {
    this.momentum = Arguments.requireNotNegative("momentum", momentum);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatNag.step(
        w,
        g,
        states[0],
        from,
        to,
        (float) u.rate,
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) momentum);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleNag.step(w, g, states[0], from, to, u.rate, u.decay, u.rescale, u.clip, momentum);
  }
}
