package io.nacre.runtime;

import io.nacre.runtime.kernel.optimizer.DoubleRmsProp;
import io.nacre.runtime.kernel.optimizer.FloatRmsProp;
import java.util.List;

/// Steps by the gradient over the root of the mean of its squares; MXNet's `rmsprop`.
///
/// With n, m and s at first 0, `rmsprop_update` (Tieleman and Hinton, 2012) and, centered,
/// `rmspropalex_update` (Graves, 2013) of MXNet 1.9.1 compute
///
///     d = clipped(G + wd * w)
///     n = gamma1 * n + (1 - gamma1) * d^2
///     w = w - lr * d / sqrt(n + epsilon)                            not centered
///     m = gamma1 * m + (1 - gamma1) * d                             centered, from here on
///     s = gamma2 * s - lr * d / sqrt(max(n - m^2, 0) + epsilon)
///     w = w + s
///
/// and then cut w to `clipWeights`. MXNet has no max: there, rounding can make it the root of a
/// negative number.
public final class RmsProp extends Optimizer<RmsProp> {
  private static final List<String> STATES = List.of("squares");
  private static final List<String> CENTERED = List.of("squares", "mean", "delta");

  private boolean centered;
  private double gamma1 = 0.9;
  private double gamma2 = 0.9;
  private double epsilon = 1e-8;
  private double clipWeights = Double.POSITIVE_INFINITY;

  /// With the learning rate 0.001.
  public RmsProp() {
    this(0.001);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public RmsProp(double learningRate) {
    super(learningRate);
  }

  /// Sets whether the variance takes the place of the mean of squares, and steps have momentum; at
  /// first not.
  public RmsProp centered(boolean centered) {
    this.centered = centered;
    return this;
  }

  /// Sets how much of the means the next ones keep; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public RmsProp gamma1(double gamma1) {
    this.gamma1 = Arguments.requireShare("gamma1", gamma1);
    return this;
  }

  /// Sets how much of the last step the next one keeps if centered; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public RmsProp gamma2(double gamma2) {
    this.gamma2 = Arguments.requireNotNegative("gamma2", gamma2);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-8.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public RmsProp epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  /// Sets the bound that weights are cut to, from -bound to bound; at first there is none.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public RmsProp clipWeights(double clipWeights) {
    this.clipWeights = Arguments.requirePositive("clipWeights", clipWeights);
    return this;
  }

  @Override
  List<String> stateNames() {
    return centered ? CENTERED : STATES;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    float rate = (float) u.rate;
    float decay = (float) u.decay;
    float scale = (float) u.rescale;
    float clip = (float) u.clip;
    float keep = (float) gamma1;
    float small = (float) epsilon;
    float most = (float) clipWeights;
    float[] n = states[0];
    if (centered) {
      float[] m = states[1];
      float[] s = states[2];
      float again = (float) gamma2;
      FloatRmsProp.step(
          w, g, n, m, s, from, to, rate, decay, scale, clip, keep, again, small, most);
    } else {
      FloatRmsProp.step(w, g, n, from, to, rate, decay, scale, clip, keep, small, most);
    }
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    double rate = u.rate;
    double decay = u.decay;
    double scale = u.rescale;
    double clip = u.clip;
    double[] n = states[0];
    if (centered) {
      double[] m = states[1];
      double[] s = states[2];
      DoubleRmsProp.step(
          w, g, n, m, s, from, to, rate, decay, scale, clip, gamma1, gamma2, epsilon, clipWeights);
    } else {
      DoubleRmsProp.step(w, g, n, from, to, rate, decay, scale, clip, gamma1, epsilon, clipWeights);
    }
  }
}
