package io.nacre.runtime;

/// Matthews' correlation coefficient of decisions between two classes, from -1 to 1; MXNet's `mcc`.
///
///     (TP * TN - FP * FN) / sqrt((TP + FP) * (TP + FN) * (TN + FP) * (TN + FN))
///
/// A factor of the divisor that is 0 is left out.
public final class Mcc extends BinaryMetric {
  /// The average over batches, MXNet's default.
  public Mcc() {
    this(Average.MACRO);
  }

  /// One over batches or over all rows.
  public Mcc(Average average) {
    super(average);
  }

  @Override
  public String name() {
    return "mcc";
  }

  @Override
  double of(Counts counts) {
    double truePositives = counts.truePositives;
    double falsePositives = counts.falsePositives;
    double trueNegatives = counts.trueNegatives;
    double falseNegatives = counts.falseNegatives;
    double divisor =
        factor(truePositives + falsePositives)
            * factor(truePositives + falseNegatives)
            * factor(trueNegatives + falsePositives)
            * factor(trueNegatives + falseNegatives);
    return (truePositives * trueNegatives - falsePositives * falseNegatives) / Math.sqrt(divisor);
  }

  private static double factor(double count) {
    return count == 0 ? 1 : count;
  }
}
