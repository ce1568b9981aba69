package io.nacre.runtime;

/// The share of rows whose right class is among the k highest; MXNet's `top_k_accuracy`. Of equal
/// classes the first counts as higher.
public final class TopKAccuracy implements Metric {
  private final int k;
  private long right;
  private long all;

  /// One for k classes.
  ///
  /// @throws IllegalArgumentException if k is less than 1
  public TopKAccuracy(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k has to be at least 1, not " + k);
    }
    this.k = k;
  }

  @Override
  public String name() {
    return "top_k_accuracy_" + k;
  }

  /// Takes in one batch.
  ///
  /// @param labels one class a row, from 0
  /// @param predictions the higher the likelier, rows x classes
  /// @throws IllegalArgumentException if there are more or fewer labels than rows, or one is no
  ///     class
  @Override
  public void update(float[] labels, Tensor predictions) {
    ClassScores.check(labels, predictions);
    int classes = predictions.shape().dim(1);
    for (int row = 0; row < labels.length; row++) {
      right += rank(predictions, row * classes, classes, (int) labels[row]) < k ? 1 : 0;
    }
    all += labels.length;
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

  /// How many classes are higher than `label`.
  private static int rank(Tensor predictions, int first, int classes, int label) {
    double score = predictions.at(first + label);
    int higher = 0;
    for (int c = 0; c < classes; c++) {
      double other = predictions.at(first + c);
      higher += other > score || other == score && c < label ? 1 : 0;
    }
    return higher;
  }
}
