package io.nacre.runtime;

/// How close predictions are to a straight line through the labels, from -1 to 1; MXNet's
/// `pearsonr`:
///
///     cov(label, prediction) / (std(label) * std(prediction))
///
/// It is NaN where labels or predictions are all the same.
public final class PearsonCorrelation implements Metric {
  private final Average average;
  private final Moments all = new Moments();
  private double sum;
  private long batches;

  /// The average over batches, MXNet's default.
  public PearsonCorrelation() {
    this(Average.MACRO);
  }

  /// One over batches or over all rows.
  public PearsonCorrelation(Average average) {
    this.average = average;
  }

  @Override
  public String name() {
    return "pearsonr";
  }

  @Override
  public void update(float[] labels, Tensor predictions) {
    if (labels.length != predictions.size()) {
      throw new IllegalArgumentException(
          "%d labels for predictions of %s, which need %d"
              .formatted(labels.length, predictions.shape(), predictions.size()));
    }
    Moments batch = new Moments();
    for (int i = 0; i < labels.length; i++) {
      batch.add(labels[i], predictions.at(i));
      all.add(labels[i], predictions.at(i));
    }
    sum += batch.correlation();
    batches++;
  }

  @Override
  public double value() {
    return average == Average.MICRO ? all.correlation() : sum / batches;
  }

  @Override
  public void reset() {
    all.reset();
    sum = 0;
    batches = 0;
  }

  /// Means and sums of products of what is left of them, kept up to date by Welford's rule.
  private static final class Moments {
    private long count;
    private double meanX;
    private double meanY;
    private double xx;
    private double yy;
    private double xy;

    void add(double x, double y) {
      count++;
      double dx = x - meanX;
      double dy = y - meanY;
      meanX += dx / count;
      meanY += dy / count;
      xx += dx * (x - meanX);
      yy += dy * (y - meanY);
      xy += dx * (y - meanY);
    }

    double correlation() {
      return xy / Math.sqrt(xx * yy);
    }

    void reset() {
      count = 0;
      meanX = 0;
      meanY = 0;
      xx = 0;
      yy = 0;
      xy = 0;
    }
  }
}
