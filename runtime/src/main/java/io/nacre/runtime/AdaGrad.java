package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleAdaGrad;
import io.nacre.runtime.kernel.optimizer.FloatAdaGrad;
import java.util.List;

/// Steps that shorten where gradients have been large (Duchi, Hazan and Singer, 2011); MXNet's
/// `adagrad`.
///
/// With h at first 0, MXNet 1.9.1 computes
///
///     h = h + clipped(G)^2
///     w = w - lr * (clipped(G) / sqrt(h + epsilon) + wd * w)
public final class AdaGrad extends Optimizer<AdaGrad> {
  private static final List<String> STATES = List.of("history");

  private double epsilon = 1e-7;

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public AdaGrad(double learningRate) {
    super(learningRate);
  }

  /// Sets what keeps the divisor away from 0; at first 1e-7.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public AdaGrad epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatAdaGrad.step(
        w,
        g,
        states[0],
        from,
        to,
        (float) u.rate,
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) epsilon);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleAdaGrad.step(w, g, states[0], from, to, u.rate, u.decay, u.rescale, u.clip, epsilon);
  }
}
