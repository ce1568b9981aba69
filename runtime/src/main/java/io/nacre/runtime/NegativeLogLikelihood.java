package io.nacre.runtime;

/// The average of -log(p + 1e-12), p being the probability given to the right class: MXNet's
/// `nll-loss`, which is [CrossEntropy] under another name.
public final class NegativeLogLikelihood implements Metric {
  private static final double EPSILON = 1e-12;

  private double sum;
  private long rows;

  /// One that has seen nothing.
  public NegativeLogLikelihood() {}

  @Override
  public String name() {
    return "nll-loss";
  }

  /// Takes in one batch.
  ///
  /// @param labels one class a row, from 0
  /// @param predictions probabilities, rows x classes
  /// @throws IllegalArgumentException if there are more or fewer labels than rows, or one is no
  ///     class
  @Override
  public void update(float[] labels, Tensor predictions) {
    ClassScores.check(labels, predictions);
    sum += ClassScores.crossEntropy(labels, predictions, EPSILON);
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
