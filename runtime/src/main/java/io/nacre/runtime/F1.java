package io.nacre.runtime;

/// The harmonic mean of precision and recall for class 1; MXNet's `f1`.
///
///     precision = right 1s / all that were taken for 1
///     recall    = right 1s / all that are 1
///     F1        = 2 * precision * recall / (precision + recall)
///
/// A quotient by 0 is 0.
public final class F1 extends BinaryMetric {
  /// The average over batches, MXNet's default.
  public F1() {
    this(Average.MACRO);
  }

  /// One over batches or over all rows.
  public F1(Average average) {
    super(average);
  }

  @Override
  public String name() {
    return "f1";
  }

  /// 2PR / (P + R) with P = t / (t + p) and R = t / (t + n) is 2t / (2t + p + n).
  @Override
  double of(Counts counts) {
    double twice = 2.0 * counts.truePositives;
    return twice == 0 ? 0 : twice / (twice + counts.falsePositives + counts.falseNegatives);
  }
}
