package io.nacre.runtime;

/// How many classes the predictions hesitate between: exp of the average of -log(max(p, 1e-10)), p
/// being the probability given to the right class; MXNet's `perplexity`.
///
/// Classes are on the last axis of the predictions, and there is a label for each place on the
/// other axes.
public final class Perplexity implements Metric {
  private static final double LEAST = 1e-10;

  private final boolean ignores;
  private final int ignored;
  private double sum;
  private long rows;

  private Perplexity(boolean ignores, int ignored) {
    this.ignores = ignores;
    this.ignored = ignored;
  }

  /// One over all rows.
  public Perplexity() {
    this(false, 0);
  }

  /// One that leaves out the rows with a certain label, such as padding; it need not be a class.
  public static Perplexity ignoring(int label) {
    return new Perplexity(true, label);
  }

  @Override
  public String name() {
    return "perplexity";
  }

  /// Takes in one batch.
  ///
  /// @param labels one class a row, from 0, or the ignored label
  /// @param predictions probabilities, rows (x ...) x classes
  /// @throws IllegalArgumentException if there are more or fewer labels than rows, or one is no
  ///     class
  @Override
  public void update(float[] labels, Tensor predictions) {
    Shape shape = predictions.shape();
    int classes = shape.rank() < 2 ? 0 : shape.dim(shape.rank() - 1);
    if (classes == 0 || predictions.size() / classes != labels.length) {
      throw new IllegalArgumentException(
          "%d labels need predictions of %d x classes, not %s"
              .formatted(labels.length, labels.length, shape));
    }
    double batch = 0;
    long counted = 0;
    for (int row = 0; row < labels.length; row++) {
      if (ignores && labels[row] == ignored) {
        continue;
      }
      if (!(labels[row] >= 0 && (int) labels[row] < classes)) {
        throw new IllegalArgumentException(
            "label %s of row %d is no class from 0 to %d".formatted(labels[row], row, classes - 1));
      }
      batch -= Math.log(Math.max(LEAST, predictions.at(row * classes + (int) labels[row])));
      counted++;
    }
    sum += batch;
    rows += counted;
  }

  @Override
  public double value() {
    return Math.exp(sum / rows);
  }

  @Override
  public void reset() {
    sum = 0;
    rows = 0;
  }
}
