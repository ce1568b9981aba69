package io.nacre.runtime;

import io.nacre.runtime.kernel.Half;

/// The parameters of some weights that an optimizer updates in float32: those of that type, or those of
/// float16, which are read into floats before a step and rounded after it.
final class FloatParameters {
  final ParameterRuns runs;
  final Update[] updates;
  final float[] weights;
  final float[] gradients;

  /// The stored numbers; null if they are floats themselves.
  private final short[] weights16;

  private final short[] gradients16;

  private FloatParameters(
      ParameterRuns runs,
      float[] weights,
      float[] gradients,
      short[] weights16,
      short[] gradients16) {
    this.runs = runs;
    this.updates = Sweep.updates(runs);
    this.weights = weights;
    this.gradients = gradients;
    this.weights16 = weights16;
    this.gradients16 = gradients16;
  }

  static FloatParameters of32(Weights weights) {
    return new FloatParameters(
        weights.runs32, weights.parameters32, weights.gradients32, null, null);
  }

  static FloatParameters of16(Weights weights) {
    int length = weights.parameters16.length;
    return new FloatParameters(
        weights.runs16,
        new float[length],
        new float[length],
        weights.parameters16,
        weights.gradients16);
  }

  /// What an optimizer remembers of them.
  float[][] states(OptimizerState state) {
    return weights16 == null ? state.arrays32() : state.arrays16();
  }

  /// Gets the weights and gradients from `from` to before `to`.
  void read(int from, int to) {
    if (weights16 != null) {
      Half.widen(weights16, weights, from, to);
      Half.widen(gradients16, gradients, from, to);
    }
  }

  /// Stores the weights from `from` to before `to`.
  void write(int from, int to) {
    if (weights16 != null) {
      Half.narrow(weights, weights16, from, to);
    }
  }
}
