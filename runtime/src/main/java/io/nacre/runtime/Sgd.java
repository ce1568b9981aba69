package io.nacre.runtime;

import java.util.Map;
import java.util.WeakHashMap;

/// Stochastic gradient descent, with momentum and weight decay where asked; MXNet's `sgd`.
///
/// With w a weight, g its gradient and v its velocity, `sgd_update` and `sgd_mom_update` of MXNet
/// 1.9.1 compute
///
///     d = clip(rescaleGradient * g) + weightDecay * w
///     w = w - learningRate * d                             without momentum
///     v = momentum * v - learningRate * d;  w = w + v      with momentum
///
/// As there, weight decay is for parameters whose name ends in `_weight` or `_gamma` only. Each
/// number is computed in the parameter's type. All threads of the graph's device take part, and the
/// result has the same bits for any number of them.
///
/// Velocities belong to the graph's weights: graphs bound with `bindSharing` share them, as do
/// several optimizers of one graph. Settings may change between updates.
public final class Sgd {
  private final Map<Weights, SgdSweep> sweeps = new WeakHashMap<>();
  private double learningRate;
  private double momentum;
  private double weightDecay;
  private double clipGradient = Double.POSITIVE_INFINITY;

  /// NaN stands for 1 / batch.
  private double rescaleGradient = Double.NaN;

  /// Plain gradient descent.
  ///
  /// @throws IllegalArgumentException if the rate is negative, infinite or NaN
  public Sgd(double learningRate) {
    learningRate(learningRate);
  }

  /// The learning rate.
  public double learningRate() {
    return learningRate;
  }

  /// Sets the learning rate, also between updates.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Sgd learningRate(double learningRate) {
    this.learningRate = Arguments.requireNotNegative("learningRate", learningRate);
    return this;
  }

  /// Sets how much of the last step the next one keeps; 0, which it is at first, keeps nothing and
  /// needs no memory.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Sgd momentum(double momentum) {
    this.momentum = Arguments.requireNotNegative("momentum", momentum);
    return this;
  }

  /// Sets how strongly weights are drawn towards 0; at first not at all.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Sgd weightDecay(double weightDecay) {
    this.weightDecay = Arguments.requireNotNegative("weightDecay", weightDecay);
    return this;
  }

  /// Sets what gradients are multiplied by. At first it is 1 / [CompiledGraph#batch], for a batch
  /// with fewer rows too, as MXNet's `Module` does: losses sum over the batch, so this averages.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public Sgd rescaleGradient(double rescaleGradient) {
    this.rescaleGradient = Arguments.requireNotNegative("rescaleGradient", rescaleGradient);
    return this;
  }

  /// Sets the bound that a rescaled gradient is cut to, from -bound to bound; at first there is
  /// none.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public Sgd clipGradient(double clipGradient) {
    this.clipGradient = Arguments.requirePositive("clipGradient", clipGradient);
    return this;
  }

  /// Takes one step along the gradients that the last backward pass left.
  ///
  /// @throws IllegalStateException if the graph or its device is closed
  public synchronized void update(CompiledGraph graph) {
    SgdSweep sweep = sweeps.get(graph.weights());
    if (sweep == null) {
      sweep = new SgdSweep(graph.spec(), graph.weights());
      sweeps.put(graph.weights(), sweep);
    }
    if (momentum > 0) {
      sweep.keepVelocities(graph.weights());
    }
    sweep.learningRate = learningRate;
    sweep.momentum = momentum;
    sweep.weightDecay = weightDecay;
    sweep.rescale = Double.isNaN(rescaleGradient) ? 1.0 / graph.batch() : rescaleGradient;
    sweep.clip = clipGradient;
    graph.run(sweep);
  }
}
