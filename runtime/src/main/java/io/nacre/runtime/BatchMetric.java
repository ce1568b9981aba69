package io.nacre.runtime;

/// A measure of each batch by itself, averaged over batches as MXNet does, so that a short last
/// batch counts as much as a full one.
public abstract sealed class BatchMetric implements Metric
    permits MeanAbsoluteError, MeanSquaredError, RootMeanSquaredError {
  private double sum;
  private long batches;

  BatchMetric() {}

  @Override
  public final void update(float[] labels, Tensor predictions) {
    if (labels.length != predictions.size()) {
      throw new IllegalArgumentException(
          "%d labels for predictions of %s, which need %d"
              .formatted(labels.length, predictions.shape(), predictions.size()));
    }
    sum += batch(labels, predictions);
    batches++;
  }

  @Override
  public final double value() {
    return sum / batches;
  }

  @Override
  public final void reset() {
    sum = 0;
    batches = 0;
  }

  /// The measure of one batch, which has as many labels as predictions.
  abstract double batch(float[] labels, Tensor predictions);

  static double meanSquare(float[] labels, Tensor predictions) {
    double squares = 0;
    for (int i = 0; i < labels.length; i++) {
      double difference = labels[i] - predictions.at(i);
      squares += difference * difference;
    }
    return squares / labels.length;
  }
}
