package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleAdamW;
import io.nacre.runtime.kernel.optimizer.FloatAdamW;
import java.util.List;

/// [Adam] with a weight decay that does not go through the means (Loshchilov and Hutter, 2019).
///
/// With m and v at first 0,
///
///     d = clipped(G)
///     m = beta1 * m + (1 - beta1) * d
///     v = beta2 * v + (1 - beta2) * d^2
///     w = w - lr * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon) - lr * wd * w
public final class AdamW extends Optimizer<AdamW> {
  private static final List<String> STATES = List.of("mean", "variance");

  private double beta1 = 0.9;
  private double beta2 = 0.999;
  private double epsilon = 1e-8;

  /// What corrects the bias in the present update, as a factor of the learning rate: MXNet's way,
  /// in which epsilon is not corrected.
  private double correction;

  /// With the learning rate 0.001.
  public AdamW() {
    this(0.001);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public AdamW(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the mean of gradients the next one keeps; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public AdamW beta1(double beta1) {
    this.beta1 = Arguments.requireShare("beta1", beta1);
    return this;
  }

  /// Sets how much of the mean of squared gradients the next one keeps; at first 0.999.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public AdamW beta2(double beta2) {
    this.beta2 = Arguments.requireShare("beta2", beta2);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-8.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public AdamW epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    double one = 1 - StrictMath.pow(beta1, number);
    double two = 1 - StrictMath.pow(beta2, number);
    correction = Math.sqrt(two) / one;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatAdamW.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        (float) (u.rate * correction),
        (float) (u.rate * u.decay),
        (float) u.rescale,
        (float) u.clip,
        (float) beta1,
        (float) beta2,
        (float) epsilon);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleAdamW.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        u.rate * correction,
        u.rate * u.decay,
        u.rescale,
        u.clip,
        beta1,
        beta2,
        epsilon);
  }
}
