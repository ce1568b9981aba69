package io.nacre.runtime;

/// A learning rate that is multiplied by a factor after certain updates; MXNet's
/// `MultiFactorScheduler`.
///
///     lr(t) = start * factor^n, where n is how many of `after` are less than t
///
/// A warm-up replaces the first updates and does not move the later ones.
public final class MultiFactorSchedule extends DecaySchedule<MultiFactorSchedule> {
  private final double factor;
  private final int[] after;

  private MultiFactorSchedule(double start, double factor, int[] after, WarmUp warmUp) {
    super(start, warmUp);
    this.factor = Arguments.requireFactor("factor", factor);
    this.after = after;
    for (int i = 0; i < after.length; i++) {
      int least = i == 0 ? 1 : after[i - 1] + 1;
      if (after[i] < least) {
        throw new IllegalArgumentException(
            "updates have to ascend from 1, but number %d is %d, not %d or more"
                .formatted(i + 1, after[i], least));
      }
    }
  }

  /// A rate that is multiplied by `factor` after each of the updates `after`.
  ///
  /// @throws IllegalArgumentException if `start` is negative, infinite or NaN, `factor` is not
  ///     above 0 and at most 1, or `after` does not ascend from 1
  public MultiFactorSchedule(double start, double factor, int... after) {
    this(start, factor, after.clone(), WarmUp.NONE);
  }

  @Override
  MultiFactorSchedule with(WarmUp warmUp) {
    return new MultiFactorSchedule(start, factor, after, warmUp);
  }

  @Override
  double decayed(long update) {
    double rate = start;
    for (int i = 0; i < after.length && after[i] < update; i++) {
      rate *= factor;
    }
    return rate;
  }
}
