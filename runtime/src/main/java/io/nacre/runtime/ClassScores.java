package io.nacre.runtime;

/// Looks up labels among predictions of `rows x classes`.
final class ClassScores {
  private ClassScores() {}

  /// Demands predictions of rows x classes, as many rows as labels, and labels that are classes.
  ///
  /// @throws IllegalArgumentException saying which number is wrong
  static void check(float[] labels, Tensor predictions) {
    Shape shape = predictions.shape();
    if (shape.rank() != 2 || shape.dim(0) != labels.length) {
      throw new IllegalArgumentException(
          "%d labels need predictions of %d x classes, not %s"
              .formatted(labels.length, labels.length, shape));
    }
    checkLabels(labels, shape.dim(1));
  }

  /// Demands that labels are classes.
  static void checkLabels(float[] labels, int classes) {
    for (int row = 0; row < labels.length; row++) {
      if (!(labels[row] >= 0 && (int) labels[row] < classes)) {
        throw new IllegalArgumentException(
            "label %s of row %d is no class from 0 to %d".formatted(labels[row], row, classes - 1));
      }
    }
  }

  /// The sum of -log(p + epsilon), p being what the right class of each row was given.
  static double crossEntropy(float[] labels, Tensor predictions, double epsilon) {
    int classes = predictions.shape().dim(1);
    double sum = 0;
    for (int row = 0; row < labels.length; row++) {
      sum -= Math.log(predictions.at(row * classes + (int) labels[row]) + epsilon);
    }
    return sum;
  }
}
