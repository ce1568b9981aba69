package io.nacre.runtime;

/// An [Optimizer] that scales the step of each parameter by norms over all of the parameter.
///
/// An update measures first, then works out each parameter's trust ratio, then steps.
///
/// @param <S> the optimizer's own type, which its settings return
public abstract sealed class LayerwiseOptimizer<S extends LayerwiseOptimizer<S>>
    extends Optimizer<S> permits Lamb, Lars {
  LayerwiseOptimizer(double learningRate) {
    super(learningRate);
  }

  /// Measures elements of a parameter, at most [LayerwiseSweep#BLOCK] of them: puts the sum of the
  /// squared weights at `at` of `sums`, and behind it that of what they are compared with.
  abstract void measure(
      Update u,
      Worker worker,
      float[] w,
      float[] g,
      float[][] states,
      int from,
      int to,
      double[] sums,
      int at);

  /// As the method for floats.
  abstract void measure(
      Update u,
      Worker worker,
      double[] w,
      double[] g,
      double[][] states,
      int from,
      int to,
      double[] sums,
      int at);

  /// The trust ratio of a parameter.
  ///
  /// @param norm the root of the sum of its squared weights
  /// @param other that of what they are compared with
  abstract double trust(String name, Update u, double norm, double other);

  @Override
  final Sweep newSweep(OptimizerState state, Weights weights) {
    return new LayerwiseSweep(this, state, weights);
  }
}
