package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleSignum;
import io.nacre.runtime.kernel.optimizer.FloatSignum;
import java.util.List;

/// Steps of one length, in the direction that the gradients' signs give (Bernstein and others,
/// 2018); MXNet's `signum`.
///
/// With v at first 0, `signum_update` and `signsgd_update` of MXNet 1.9.1 compute
///
///     v = momentum * v - (1 - momentum) * (clipped(G) + wd * w)
///     w = (1 - lr * decoupledDecay) * w + lr * sign(v)                with momentum
///     w = (1 - lr * (wd + decoupledDecay)) * w - lr * sign(G)         without
public final class Signum extends Optimizer<Signum> {
  private static final List<String> STATES = List.of("momentum");

  private double momentum = 0.9;
  private double decoupledDecay;

  /// With the learning rate 0.01.
  public Signum() {
    this(0.01);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Signum(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the average of gradients the next one keeps; at first 0.9. With 0 nothing is
  /// kept: that is signSGD.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Signum momentum(double momentum) {
    this.momentum = Arguments.requireShare("momentum", momentum);
    return this;
  }

  /// Sets the weight decay that does not go through the momentum, MXNet's `wd_lh`; at first there
  /// is none. [Parameter#wdMult] does not scale it.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Signum decoupledDecay(double decoupledDecay) {
    this.decoupledDecay = Arguments.requireNotNegative("decoupledDecay", decoupledDecay);
    return this;
  }

  @Override
  List<String> stateNames() {
    return momentum > 0 ? STATES : List.of();
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    float rate = (float) u.rate;
    float shrink = (float) shrink(u);
    float scale = (float) u.rescale;
    if (momentum > 0) {
      float decay = (float) u.decay;
      float clip = (float) u.clip;
      float momentum = (float) this.momentum;
      FloatSignum.step(w, g, states[0], from, to, rate, decay, shrink, scale, clip, momentum);
    } else {
      FloatSignum.step(w, g, from, to, rate, shrink, scale);
    }
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    double shrink = shrink(u);
    if (momentum > 0) {
      DoubleSignum.step(
          w, g, states[0], from, to, u.rate, u.decay, shrink, u.rescale, u.clip, momentum);
    } else {
      DoubleSignum.step(w, g, from, to, u.rate, shrink, u.rescale);
    }
  }

  private double shrink(Update u) {
    return u.rate * (momentum > 0 ? decoupledDecay : decoupledDecay + u.decay);
  }
}
