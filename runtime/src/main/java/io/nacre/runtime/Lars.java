package io.nacre.runtime;

import io.nacre.runtime.kernel.PartialResults;
import io.nacre.runtime.kernel.optimizer.DoubleSgd;
import io.nacre.runtime.kernel.optimizer.DoubleSquares;
import io.nacre.runtime.kernel.optimizer.FloatSgd;
import io.nacre.runtime.kernel.optimizer.FloatSquares;
import java.util.List;

/// [Sgd] with a learning rate for each parameter, from its norm and its gradient's (You, Gitman and
/// Ginsburg, 2017), for large batches; MXNet's `lars`.
///
///     r = eta * |w| / (|G| + wd * |w| + epsilon)      or 1, if |w| or |G| is 0
///     d = clipped(G) + wd * w
///     v = momentum * c * v - lr * r * d
///     w = w + v
///
/// where |.| is the root of the sum of squares over the whole parameter, and r is 1 for parameters
/// whose names end in `gamma`, `beta` or `bias`. With `momentumCorrection`, c is the learning rate
/// over that of the update before; else it is 1.
///
/// In MXNet 1.9.1 weight decay here is for names in `_weight` only; here it also is for those in
/// `_gamma`, as elsewhere. Set [Parameter#wdMult] to 0 to change that.
public final class Lars extends LayerwiseOptimizer<Lars> {
  private static final List<String> STATES = List.of("momentum");

  private double momentum;
  private double eta = 0.001;
  private double epsilon;
  private boolean momentumCorrection = true;

  /// The momentum of the present update.
  private double corrected;

  /// With a learning rate.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Lars(double learningRate) {
    super(learningRate);
  }

  /// Sets how much of the last step the next one keeps; at first nothing.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Lars momentum(double momentum) {
    this.momentum = Arguments.requireNotNegative("momentum", momentum);
    return this;
  }

  /// Sets the length of a step as a share of the parameter's norm; at first 0.001.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Lars eta(double eta) {
    this.eta = Arguments.requirePositive("eta", eta);
    return this;
  }

  /// Sets what keeps the divisor away from 0; at first 0, since norms of 0 are left out anyway.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Lars epsilon(double epsilon) {
    this.epsilon = Arguments.requireNotNegative("epsilon", epsilon);
    return this;
  }

  /// Sets whether velocities follow changes of the learning rate; at first they do.
  public Lars momentumCorrection(boolean momentumCorrection) {
    this.momentumCorrection = momentumCorrection;
    return this;
  }

  @Override
  List<String> stateNames() {
    return STATES;
  }

  @Override
  void prepare(long number, OptimizerState state) {
    boolean corrects = momentumCorrection && number > 1 && state.factor > 0;
    corrected = corrects ? momentum * (learningRate() / state.factor) : momentum;
    state.factor = learningRate();
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
    float[] partial = worker.floats(0, PartialResults.LENGTH);
    sums[at] = FloatSquares.sum(w, from, to, partial);
    sums[at + 1] = FloatSquares.sum(g, from, to, partial);
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
    double[] partial = worker.doubles(0, PartialResults.LENGTH);
    sums[at] = DoubleSquares.sum(w, from, to, partial);
    sums[at + 1] = DoubleSquares.sum(g, from, to, partial);
  }

  @Override
  double trust(String name, Update u, double norm, double other) {
    if (name.endsWith("gamma") || name.endsWith("beta") || name.endsWith("bias")) {
      return 1;
    }
    double gradient = u.rescale * other;
    boolean both = norm > 0 && gradient > 0;
    return both ? eta * norm / (gradient + u.decay * norm + epsilon) : 1;
  }

  @Override
  void step(Update u, float[] w, float[] g, float[][] states, int from, int to) {
    FloatSgd.step(
        w,
        g,
        states[0],
        from,
        to,
        (float) (u.rate * u.trust),
        (float) u.decay,
        (float) u.rescale,
        (float) u.clip,
        (float) corrected);
  }

  @Override
  void step(Update u, double[] w, double[] g, double[][] states, int from, int to) {
    double rate = u.rate * u.trust;
    DoubleSgd.step(w, g, states[0], from, to, rate, u.decay, u.rescale, u.clip, corrected);
  }
}
