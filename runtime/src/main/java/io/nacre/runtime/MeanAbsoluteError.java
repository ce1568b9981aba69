package io.nacre.runtime;

/// The average of |label - prediction|: MXNet's `mae`.
///
/// Each batch is measured by itself; see [BatchMetric].
public final class MeanAbsoluteError extends BatchMetric {
  /// One that has seen nothing.
  public MeanAbsoluteError() {}

  @Override
  public String name() {
    return "mae";
  }

  @Override
  double batch(float[] labels, Tensor predictions) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Math.abs(labels[i] - predictions.at(i));
    }
    return sum / labels.length;
  }
}
