package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleNadam;
import io.nacre.runtime.kernel.optimizer.FloatNadam;
import java.util.List;

/// [Adam] with Nesterov's momentum (Dozat, 2016); MXNet's `nadam`.
///
/// With m and v at first 0,
///
///     d  = clipped(G + wd * w)
///     m  = beta1 * m + (1 - beta1) * d
///     v  = beta2 * v + (1 - beta2) * d^2
///     b(t) = beta1 * (1 - 0.5 * 0.96^(t * scheduleDecay))
///     P(t) = b(1) * b(2) * ... * b(t)
///     m' = (1 - b(t)) * d / (1 - P(t)) + b(t + 1) * m / (1 - P(t + 1))
///     w  = w - lr * m' / (sqrt(v / (1 - beta2^t)) + epsilon)
///
/// MXNet 1.9.1 multiplies P by b(t) once for each parameter of the graph; here it is once for each
/// update, as in the paper. With one parameter both are the same.
public final class Nadam extends Optimizer<Nadam> {
  private static final List<String> STATES = List.of("mean", "variance");

  private double beta1 = 0.9;
  private double beta2 = 0.999;
  private double epsilon = 1e-8;
  private double scheduleDecay = 0.004;

  // the factors of the present update
  private double gradientFactor;
  private double meanFactor;
  private double varianceFactor;

  /// With the learning rate 0.001.
  public Nadam() {
    this(0.001);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Nadam(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the mean of gradients the next one keeps; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Nadam beta1(double beta1) {
    this.beta1 = Arguments.requireShare("beta1", beta1);
    return this;
  }

  /// Sets how much of the mean of squared gradients the next one keeps; at first 0.999.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Nadam beta2(double beta2) {
    this.beta2 = Arguments.requireShare("beta2", beta2);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-8.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Nadam epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  /// Sets how fast the momentum grows to beta1; at first 0.004.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Nadam scheduleDecay(double scheduleDecay) {
    this.scheduleDecay = Arguments.requireNotNegative("scheduleDecay", scheduleDecay);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    double now = momentum(number);
    double next = momentum(number + 1);
    state.factor *= now;
    gradientFactor = (1 - now) / (1 - state.factor);
    meanFactor = next / (1 - state.factor * next);
    varianceFactor = 1 / (1 - StrictMath.pow(beta2, number));
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatNadam.step(
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
        (float) beta1,
        (float) beta2,
        (float) epsilon,
        (float) gradientFactor,
        (float) meanFactor,
        (float) varianceFactor);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleNadam.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        u.rate,
        u.decay,
        u.rescale,
        u.clip,
        beta1,
        beta2,
        epsilon,
        gradientFactor,
        meanFactor,
        varianceFactor);
  }

  private double momentum(long number) {
    return beta1 * (1 - 0.5 * StrictMath.pow(0.96, number * scheduleDecay));
  }
}
