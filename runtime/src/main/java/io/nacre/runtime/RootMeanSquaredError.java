package io.nacre.runtime;

/// The root of the average of (label - prediction)^2: MXNet's `rmse`.
///
/// Each batch is measured by itself; see [BatchMetric].
public final class RootMeanSquaredError extends BatchMetric {
  /// One that has seen nothing.
  public RootMeanSquaredError() {}

  @Override
  public String name() {
    return "rmse";
  }

  @Override
  double batch(float[] labels, Tensor predictions) {
    return Math.sqrt(meanSquare(labels, predictions));
  }
}
