package io.nacre.runtime;

import java.util.Objects;

/// A measure of decisions between two classes, from how often each was right and wrong.
public abstract sealed class BinaryMetric implements Metric permits F1, Mcc {
  private final Average average;
  private final Counts counts = new Counts();
  private double sum;
  private long batches;

  BinaryMetric(Average average) {
    this.average = Objects.requireNonNull(average, "average");
  }

  /// Takes in one batch.
  ///
  /// @param labels 0 or 1 a row
  /// @param predictions the higher of a row is the decision, the first of equals: rows x 2
  /// @throws IllegalArgumentException if there are more or fewer labels than rows, more or fewer
  ///     than two classes, or a label is neither 0 nor 1
  @Override
  public final void update(float[] labels, Tensor predictions) {
    Shape shape = predictions.shape();
    if (shape.rank() != 2 || shape.dim(0) != labels.length || shape.dim(1) != 2) {
      throw new IllegalArgumentException(
          "%d labels of two classes need predictions of %d x 2, not %s"
              .formatted(labels.length, labels.length, shape));
    }
    ClassScores.checkLabels(labels, 2);
    if (average == Average.MACRO) {
      counts.reset();
    }
    for (int row = 0; row < labels.length; row++) {
      counts.add((int) labels[row] == 1, predictions.at(2 * row + 1) > predictions.at(2 * row));
    }
    sum += of(counts);
    batches++;
  }

  @Override
  public final double value() {
    if (batches == 0) {
      return Double.NaN;
    }
    return average == Average.MICRO ? of(counts) : sum / batches;
  }

  @Override
  public final void reset() {
    counts.reset();
    sum = 0;
    batches = 0;
  }

  abstract double of(Counts counts);

  /// How often a class was decided for, rightly and wrongly.
  static final class Counts {
    long truePositives;
    long falsePositives;
    long trueNegatives;
    long falseNegatives;

    void add(boolean label, boolean decision) {
      if (decision) {
        truePositives += label ? 1 : 0;
        falsePositives += label ? 0 : 1;
      } else {
        trueNegatives += label ? 0 : 1;
        falseNegatives += label ? 1 : 0;
      }
    }

    void reset() {
      truePositives = 0;
      falsePositives = 0;
      trueNegatives = 0;
      falseNegatives = 0;
    }
  }
}
