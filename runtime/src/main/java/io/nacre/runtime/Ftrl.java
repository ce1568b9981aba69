package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleFtrl;
import io.nacre.runtime.kernel.optimizer.FloatFtrl;
import java.util.List;

/// Follow the regularized leader (McMahan and others, 2013), for sparse weights; MXNet's `ftrl`.
///
/// With z and n at first 0, `ftrl_update` of MXNet 1.9.1 computes
///
///     z = z + clipped(G) - (sqrt(n + clipped(G)^2) - sqrt(n)) * w / lr
///     n = n + clipped(G)^2
///     w = (sign(z) * lambda1 - z) / ((beta + sqrt(n)) / lr + wd)    where |z| > lambda1, else 0
///
/// The weight that training starts from is forgotten in the first update. An update with a learning
/// rate of 0 changes nothing.
public final class Ftrl extends Optimizer<Ftrl> {
  private static final List<String> STATES = List.of("z", "n");

  private double lambda1 = 0.01;
  private double beta = 1;

  /// With the learning rate 0.1.
  public Ftrl() {
    this(0.1);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Ftrl(double learningRate) {
    super(learningRate);
  }

  /// Sets how strongly weights are drawn to be exactly 0; at first 0.01. MXNet
  /// spells it `lamda1`.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Ftrl lambda1(double lambda1) {
    this.lambda1 = Arguments.requireNotNegative("lambda1", lambda1);
    return this;
  }

  /// Sets what keeps first steps short; at first 1.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Ftrl beta(double beta) {
    this.beta = Arguments.requirePositive("beta", beta);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    if (u.rate == 0) {
      return;
    }
    FloatFtrl.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        (float) u.rate,
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) lambda1,
        (float) beta);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    if (u.rate == 0) {
      return;
    }
    DoubleFtrl.step(
        w, g, states[0], states[1], from, to, u.rate, u.decay, u.rescale, u.clip, lambda1, beta);
  }
}
