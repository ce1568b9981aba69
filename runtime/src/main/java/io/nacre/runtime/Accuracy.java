package io.nacre.runtime;

/// The share of predictions that are right: MXNet's `accuracy`.
///
/// Predictions of shape `rows x classes (x ...)` count as the class of the highest value, the first
/// of equals; predictions of one axis are classes themselves.
public final class Accuracy implements Metric {
  private long right;
  private long all;

  /// An accuracy that has seen nothing.
  public Accuracy() {}

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public void update(float[] labels, Tensor predictions) {
    Shape shape = predictions.shape();
    int classes = shape.rank() < 2 ? 1 : shape.dim(1);
    int wanted = predictions.size() / classes;
    if (labels.length != wanted) {
      throw new IllegalArgumentException(
          "%d labels for predictions of %s, which need %d".formatted(labels.length, shape, wanted));
    }
    int inner = shape.rank() < 2 ? 1 : wanted / shape.dim(0);
    for (int i = 0; i < wanted; i++) {
      int first = i / inner * classes * inner + i % inner;
      int predicted =
          shape.rank() < 2 ? (int) predictions.at(i) : highest(predictions, first, classes, inner);
      right += predicted == (int) labels[i] ? 1 : 0;
    }
    all += wanted;
  }

  /// The share, from 0 to 1.
  @Override
  public double value() {
    return (double) right / all;
  }

  @Override
  public void reset() {
    right = 0;
    all = 0;
  }

  private static int highest(Tensor predictions, int first, int classes, int stride) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (predictions.at(first + c * stride) > predictions.at(first + best * stride)) {
        best = c;
      }
    }
    return best;
  }
}
