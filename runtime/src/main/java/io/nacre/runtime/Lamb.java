package io.nacre.runtime;

import io.nacre.runtime.kernel.PartialResults;
import io.nacre.runtime.kernel.optimizer.DoubleLamb;
import io.nacre.runtime.kernel.optimizer.DoubleSquares;
import io.nacre.runtime.kernel.optimizer.FloatLamb;
import io.nacre.runtime.kernel.optimizer.FloatSquares;
import java.util.List;

/// [Adam]'s direction with steps as long as the parameter's norm says (You and others, 2020), for
/// large batches; MXNet's `lamb`.
///
/// With m and v at first 0, `lamb_update_phase1` and `lamb_update_phase2` of MXNet 1.9.1 compute
///
///     m = beta1 * m + (1 - beta1) * clipped(G)
///     v = beta2 * v + (1 - beta2) * clipped(G)^2
///     u = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon) + wd * w
///     r = min(max(|w|, lowerBound), upperBound)
///     w = w - lr * r / |u| * u          or w - lr * u, if r or |u| is 0
///
/// where |.| is the root of the sum of squares over the whole parameter. Without `biasCorrection`
/// the divisors 1 - beta^t are left out.
public final class Lamb extends LayerwiseOptimizer<Lamb> {
  private static final List<String> STATES = List.of("mean", "variance");

  private double beta1 = 0.9;
  private double beta2 = 0.999;
  private double epsilon = 1e-6;
  private double lowerBound;
  private double upperBound = Double.POSITIVE_INFINITY;
  private boolean biasCorrection = true;

  // 1 - beta1^t and 1 - beta2^t of the present update, or 1
  private double one;
  private double two;

  /// With the learning rate 0.001.
  public Lamb() {
    this(0.001);
  }

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Lamb(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the mean of gradients the next one keeps; at first 0.9.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Lamb beta1(double beta1) {
    this.beta1 = Arguments.requireShare("beta1", beta1);
    return this;
  }

  /// Sets how much of the mean of squared gradients the next one keeps; at first 0.999.
  ///
  /// @throws IllegalArgumentException if it is not from 0 to below 1
  public Lamb beta2(double beta2) {
    this.beta2 = Arguments.requireShare("beta2", beta2);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 1e-6.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Lamb epsilon(double epsilon) {
    this.epsilon = Arguments.requirePositive("epsilon", epsilon);
    return this;
  }

  /// Sets the least that a parameter's norm counts as; at first 0.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Lamb lowerBound(double lowerBound) {
    this.lowerBound = Arguments.requireNotNegative("lowerBound", lowerBound);
    return this;
  }

  /// Sets the most that a parameter's norm counts as; at first there is no bound.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Lamb upperBound(double upperBound) {
    this.upperBound = Arguments.requirePositive("upperBound", upperBound);
    return this;
  }

  /// Sets whether the means are corrected for their start at 0; at first they are.
  public Lamb biasCorrection(boolean biasCorrection) {
    this.biasCorrection = biasCorrection;
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    one = biasCorrection ? 1 - StrictMath.pow(beta1, number) : 1;
    two = biasCorrection ? 1 - StrictMath.pow(beta2, number) : 1;
  }

  @Override
  void measure(
      Update u,
      Worker worker,
      float[] w,
      float[] g,
      float[][] states,
      int from,
      int to,
      double[] sums,
      int at) {
    float[] mean = states[0];
    float[] variance = states[1];
    FloatLamb.moments(
        g,
        mean,
        variance,
        from,
        to,
        (float) u.rescale,
        (float) u.clip,
        (float) beta1,
        (float) beta2);
    float[] partial = worker.floats(0, PartialResults.LENGTH);
    sums[at] = FloatSquares.sum(w, from, to, partial);
    int count = to - from;
    float[] direction = copy(w, from, count, worker.floats(1, LayerwiseSweep.BLOCK));
    FloatLamb.direction(
        direction,
        copy(mean, from, count, worker.floats(2, LayerwiseSweep.BLOCK)),
        copy(variance, from, count, worker.floats(3, LayerwiseSweep.BLOCK)),
        count,
        (float) u.decay,
        (float) one,
        (float) two,
        (float) epsilon);
    sums[at + 1] = FloatSquares.sum(direction, 0, count, partial);
  }

  @Override
  void measure(
      Update u,
      Worker worker,
      double[] w,
      double[] g,
      double[][] states,
      int from,
      int to,
      double[] sums,
      int at) {
    double[] mean = states[0];
    double[] variance = states[1];
    DoubleLamb.moments(g, mean, variance, from, to, u.rescale, u.clip, beta1, beta2);
    double[] partial = worker.doubles(0, PartialResults.LENGTH);
    sums[at] = DoubleSquares.sum(w, from, to, partial);
    int count = to - from;
    double[] direction = copy(w, from, count, worker.doubles(1, LayerwiseSweep.BLOCK));
    DoubleLamb.direction(
        direction,
        copy(mean, from, count, worker.doubles(2, LayerwiseSweep.BLOCK)),
        copy(variance, from, count, worker.doubles(3, LayerwiseSweep.BLOCK)),
        count,
        u.decay,
        one,
        two,
        epsilon);
    sums[at + 1] = DoubleSquares.sum(direction, 0, count, partial);
  }

  @Override
  double trust(String name, Update u, double norm, double other) {
    double bounded = Math.min(Math.max(norm, lowerBound), upperBound);
    return bounded == 0 || other == 0 ? 1 : bounded / other;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatLamb.step(
        w,
        states[0],
        states[1],
        from,
        to,
        (float) (u.rate * u.trust),
        (float) u.decay,
        (float) one,
        (float) two,
        (float) epsilon);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    DoubleLamb.step(
        w, states[0], states[1], from, to, u.rate * u.trust, u.decay, one, two, epsilon);
  }

  private static float[] copy(float[] from, int at, int count, float[] to) {
    System.arraycopy(from, at, to, 0, count);
    return to;
  }

  private static double[] copy(double[] from, int at, int count, double[] to) {
    System.arraycopy(from, at, to, 0, count);
    return to;
  }
}
