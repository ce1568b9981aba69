package io.nacre.runtime;

/// A learning rate that is multiplied by a factor every so many updates; MXNet's `FactorScheduler`.
///
///     lr(t) = max(start * factor^n, stop) with n = floor((t - 1) / every), and start while n = 0
///
/// A warm-up replaces the first updates and does not move the later ones.
public final class FactorSchedule extends DecaySchedule<FactorSchedule> {
  private final int every;
  private final double factor;
  private final double stop;

  private FactorSchedule(double start, int every, double factor, double stop, WarmUp warmUp) {
    super(start, warmUp);
    if (every < 1) {
      throw new IllegalArgumentException("every has to be at least 1, not " + every);
    }
    this.every = every;
    this.factor = Arguments.requireFactor("factor", factor);
    this.stop = Arguments.requireNotNegative("stop", stop);
  }

  /// A rate that is multiplied by `factor` every `every` updates and does not fall below 1e-8.
  ///
  /// @throws IllegalArgumentException if `start` is negative, infinite or NaN, `every` is less than
  ///     1, or `factor` not above 0 and at most 1
  public FactorSchedule(double start, int every, double factor) {
    this(start, every, factor, 1e-8, WarmUp.NONE);
  }

  /// The same schedule with another rate to stop at.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public FactorSchedule stop(double stop) {
    return new FactorSchedule(start, every, factor, stop, warmUp);
  }

  @Override
  FactorSchedule with(WarmUp warmUp) {
    return new FactorSchedule(start, every, factor, stop, warmUp);
  }

  @Override
  double decayed(long update) {
    long times = (update - 1) / every;
    return times < 1 ? start : Math.max(start * StrictMath.pow(factor, times), stop);
  }
}
