package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleFtml;
import io.nacre.runtime.kernel.optimizer.FloatFtml;
import java.util.List;

/// Follow the moving leader (Zheng and Kwok, 2017); MXNet's `ftml`.
///
/// With d, v and z at first 0, `ftml_update` of MXNet 1.9.1 computes
///
///     e  = clipped(G + wd * w)
///     v  = beta2 * v + (1 - beta2) * e^2
///     d' = (1 - beta1^t) / lr * (sqrt(v / (1 - beta2^t)) + epsilon)
///     z  = beta1 * z + (1 - beta1) * e - (d' - beta1 * d) * w
///     d  = d'
///     w  = -z / d
///
/// An update with a learning rate of 0 changes nothing.
public final class Ftml extends Optimizer<Ftml> {
  private static final List<String> STATES = List.of("d", "v", "z");

  private double beta1 = 0.6;
  private double beta2 = 0.999;
  private double epsilon = 1e-8;

  // 1 - beta1^t and 1 - beta2^t of the present update
  private double one;
  private double two;

  /// With the learning rate 0.0025.
  public Ftml() {
    this(0.0025);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Ftml(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the last solution the next one keeps; at first 0.6.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Ftml beta1(double beta1) {
    this.beta1 = Arguments.requireShare("beta1", beta1);
    return this;
  }

  /// Sets how much of the mean of squared gradients the next one keeps; at first 0.999.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Ftml beta2(double beta2) {
    this.beta2 = Arguments.requireShare("beta2", beta2);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-8.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Ftml epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    one = 1 - StrictMath.pow(beta1, number);
    two = 1 - StrictMath.pow(beta2, number);
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    if (u.rate == 0) {
      return;
    }
    FloatFtml.step(
        w,
        g,
        states[0],
        states[1],
        states[2],
        from,
        to,
        (float) u.rate,
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) beta1,
        (float) beta2,
        (float) epsilon,
        (float) one,
        (float) two);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    if (u.rate == 0) {
      return;
    }
    DoubleFtml.step(
        w, g, states[0], states[1], states[2], from, to, u.rate, u.decay, u.rescale, u.clip, beta1,
        beta2, epsilon, one, two);
  }
}
