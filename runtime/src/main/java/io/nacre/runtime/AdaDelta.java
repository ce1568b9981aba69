package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleAdaDelta;
import io.nacre.runtime.kernel.optimizer.FloatAdaDelta;
import java.util.List;

/// Steps in the unit of the weights, from averages of squares (Zeiler, 2012); MXNet's `adadelta`.
///
/// With a and b at first 0,
///
///     a = rho * a + (1 - rho) * clipped(G)^2
///     s = sqrt(b + epsilon) / sqrt(a + epsilon) * clipped(G)
///     b = rho * b + (1 - rho) * s^2
///     w = w - lr * (s + wd * w)
///
/// MXNet 1.9.1 has no lr here and ignores one; a learning rate of 1 is the same.
public final class AdaDelta extends Optimizer<AdaDelta> {
  private static final List<String> STATES = List.of("gradients", "steps");

  private double rho = 0.9;
  private double epsilon = 1e-5;

  /// With the learning rate 1.
  public AdaDelta() {
    this(1);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public AdaDelta(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the averages the next ones keep; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public AdaDelta rho(double rho) {
    this.rho = Arguments.requireShare("rho", rho);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-5.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public AdaDelta epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatAdaDelta.step(
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
        (float) rho,
        (float) epsilon);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleAdaDelta.step(
        w, g, states[0], states[1], from, to, u.rate, u.decay, u.rescale, u.clip, rho, epsilon);
  }
}
