package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleAdamax;
import io.nacre.runtime.kernel.optimizer.FloatAdamax;
import java.util.List;

/// [Adam] with the largest gradient in place of the root of the mean of squares (Kingma and Ba,
/// 2015); MXNet's `adamax`.
///
/// With m and u at first 0,
///
///     d = clipped(G + wd * w)
///     m = beta1 * m + (1 - beta1) * d
///     u = max(beta2 * u, |d|)
///     w = w - lr / (1 - beta1^t) * m / u
///
/// Where all gradients were 0, the weight stays; in MXNet 1.9.1 it becomes NaN.
public final class Adamax extends Optimizer<Adamax> {
  private static final List<String> STATES = List.of("mean", "norm");

  private double beta1 = 0.9;
  private double beta2 = 0.999;

  /// What corrects the bias in the present update, as a factor of the learning rate.
  private double correction;

  /// With the learning rate 0.002.
  public Adamax() {
    this(0.002);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Adamax(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the mean of gradients the next one keeps; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Adamax beta1(double beta1) {
    this.beta1 = Arguments.requireShare("beta1", beta1);
    return this;
  }

  /// Sets how much of the largest gradient the next one keeps; at first 0.999.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Adamax beta2(double beta2) {
    this.beta2 = Arguments.requireShare("beta2", beta2);
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    correction = 1 / (1 - StrictMath.pow(beta1, number));
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatAdamax.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        (float) (u.rate * correction),
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) beta1,
        (float) beta2);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleAdamax.step(
        w,
        g,
        states[0],
        states[1],
        from,
        to,
        u.rate * correction,
        u.decay,
        u.rescale,
        u.clip,
        beta1,
        beta2);
  }
}
