package io.nacre.runtime;

/// A learning rate that falls along half a wave; MXNet's `CosineScheduler`.
///
///     lr(t) = end + (start - end) * (1 + cos(pi * (min(t, updates) - u) / (updates - u))) / 2
///
/// With a warm-up, u is the number of its updates: the decay begins after them. Without one, u is
/// 0.
public final class CosineSchedule extends DecaySchedule<CosineSchedule> {
  private final int updates;
  private final double end;

  private CosineSchedule(double start, int updates, double end, WarmUp warmUp) {
    super(start, warmUp);
    if (updates <= warmUp.updates()) {
      throw new IllegalArgumentException(
          "of %d updates none is left after a warm-up of %d; at least %d are needed"
              .formatted(updates, warmUp.updates(), warmUp.updates() + 1));
    }
    this.updates = updates;
    this.end = Arguments.requireNotNegative("end", end);
  }

  /// A rate that falls from `start` to 0 at update `updates`.
  ///
  /// @throws IllegalArgumentException if `start` is negative, infinite or NaN, or `updates` less
  ///     than 1
  public CosineSchedule(double start, int updates) {
    this(start, updates, 0, WarmUp.NONE);
  }

  /// The same schedule with another rate to end at.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public CosineSchedule end(double end) {
    return new CosineSchedule(start, updates, end, warmUp);
  }

  @Override
  CosineSchedule with(WarmUp warmUp) {
    return new CosineSchedule(start, updates, end, warmUp);
  }

  @Override
  double decayed(long update) {
    double done = Math.min(update, updates) - warmUp.updates();
    double part = done / (updates - warmUp.updates());
    return end + (start - end) * (1 + StrictMath.cos(Math.PI * part)) / 2;
  }
}
