package io.nacre.runtime;

/// The average of (label - prediction)^2: MXNet's `mse`.
///
/// Each batch is measured by itself; see [BatchMetric].
public final class MeanSquaredError extends BatchMetric {
  /// One that has seen nothing.
  public MeanSquaredError() {}

  @Override
  public String name() {
    return "mse";
  }

  @Override
  double batch(float[] labels, Tensor predictions) {
    return meanSquare(labels, predictions);
  }
}
