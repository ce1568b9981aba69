package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleSgd;
import io.nacre.runtime.kernel.optimizer.FloatSgd;
import java.util.List;

/// Stochastic gradient descent, with momentum where asked; MXNet's `sgd`.
///
/// With v the velocity of a weight, at first 0, `sgd_update` and `sgd_mom_update` of MXNet 1.9.1
/// compute
///
///     d = clipped(G) + wd * w
///     w = w - lr * d                             without momentum
///     v = momentum * v - lr * d;  w = w + v      with momentum
public final class Sgd extends Optimizer<Sgd> {
  private static final List<String> STATES = List.of("momentum");

  private double momentum;

  /// Plain gradient descent.
  ///
  /// @throws IllegalArgumentException if the rate is negative, infinite or NaN
  public Sgd(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the last step the next one keeps; 0, which it is at first, keeps nothing and
  /// needs no memory.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Sgd momentum(double momentum) {
    this.momentum = Arguments.requireNotNegative("momentum", momentum);
    return this;
  }

  @Override
  List<String> stateNames() {
    return momentum > 0 ? STATES : List.of();
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    float rate = (float) u.rate;
    float decay = (float) u.decay;
    float rescale = (float) u.rescale;
    float clip = (float) u.clip;
    if (momentum > 0) {
      float momentum = (float) this.momentum;
      FloatSgd.step(w, g, states[0], from, to, rate, decay, rescale, clip, momentum);
    } else {
      FloatSgd.step(w, g, from, to, rate, decay, rescale, clip);
    }
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    if (momentum > 0) {
      DoubleSgd.step(w, g, states[0], from, to, u.rate, u.decay, u.rescale, u.clip, momentum);
    } else {
      DoubleSgd.step(w, g, from, to, u.rate, u.decay, u.rescale, u.clip);
    }
  }
}
