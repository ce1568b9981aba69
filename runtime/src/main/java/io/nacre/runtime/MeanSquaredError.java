package io.nacre.runtime;

/// The average of (label - prediction)^2: MXNet's `mse`.
///
/// As there, each batch is averaged first, and the measure is the average over batches, so that a
/// short last batch counts as much as a full one.
public final class MeanSquaredError implements Metric {
  private double sum;
  private long batches;

  /// An error that has seen nothing.
  public MeanSquaredError() {}

  @Override
  public void update(float[] labels, Tensor predictions) {
    if (labels.length != predictions.size()) {
      throw new IllegalArgumentException(
          "%d labels for predictions of %s, which need %d"
              .formatted(labels.length, predictions.shape(), predictions.size()));
    }
    double squares = 0;
    for (int i = 0; i < labels.length; i++) {
      double difference = labels[i] - predictions.at(i);
      squares += difference * difference;
    }
    sum += squares / labels.length;
    batches++;
  }

  @Override
  public double value() {
    return sum / batches;
  }

  @Override
  public void reset() {
    sum = 0;
    batches = 0;
  }
}
