package io.nacre.runtime;

/// The average of -log(p + 1e-12), p being the probability given to the right class: MXNet's
/// `cross-entropy`. The logarithm is natural.
public final class CrossEntropy implements Metric {
  private static final double EPSILON = 1e-12;

  private double sum;
  private long rows;

  /// A cross-entropy that has seen nothing.
  public CrossEntropy() {}

  /// Takes in one batch.
  ///
  /// @param labels one class a row, from 0
  /// @param predictions probabilities, rows x classes
  /// @throws IllegalArgumentException if there are more or fewer labels than rows, or one is no
  ///     class
  @Override
  public void update(float[] labels, Tensor predictions) {
    Shape shape = predictions.shape();
    if (shape.rank() != 2 || shape.dim(0) != labels.length) {
      throw new IllegalArgumentException(
          "%d labels need predictions of %d x classes, not %s"
              .formatted(labels.length, labels.length, shape));
    }
    int classes = shape.dim(1);
    double batch = 0;
    for (int row = 0; row < labels.length; row++) {
      int label = (int) labels[row];
      if (!(labels[row] >= 0 && label < classes)) {
        throw new IllegalArgumentException(
            "label %s of row %d is no class from 0 to %d".formatted(labels[row], row, classes - 1));
      }
      batch -= Math.log(predictions.at(row * classes + label) + EPSILON);
    }
    sum += batch;
    rows += labels.length;
  }

  @Override
  public double value() {
    return sum / rows;
  }

  @Override
  public void reset() {
    sum = 0;
    rows = 0;
  }
}
