package io.nacre.runtime;

/// A learning rate that falls along a power; MXNet's `PolyScheduler`.
///
///     lr(t) = end + (start - end) * (1 - (min(t, updates) - u) / (updates - u))^power
///
/// With a warm-up, u is the number of its updates: the decay begins after them. Without one, u is
/// 0.
public final class PolySchedule extends DecaySchedule<PolySchedule> {
  private final int updates;
  private final double power;
  private final double end;

  private PolySchedule(double start, int updates, double power, double end, WarmUp warmUp) {
    super(start, warmUp);
    if (updates <= warmUp.updates()) {
      throw new IllegalArgumentException(
          "of %d updates none is left after a warm-up of %d; at least %d are needed"
              .formatted(updates, warmUp.updates(), warmUp.updates() + 1));
    }
    this.updates = updates;
    this.power = Arguments.requirePositive("power", power);
    this.end = Arguments.requireNotNegative("end", end);
  }

  /// A rate that falls from `start` to 0 at update `updates`, with the power 2.
  ///
  /// @throws IllegalArgumentException if `start` is negative, infinite or NaN, or `updates` less
  ///     than 1
  public PolySchedule(double start, int updates) {
    this(start, updates, 2, 0, WarmUp.NONE);
  }

  /// The same schedule with another power; 1 is a straight line.
  ///
  /// @throws IllegalArgumentException if it is not above 0, infinite or NaN
  public PolySchedule power(double power) {
    return new PolySchedule(start, updates, power, end, warmUp);
  }

  /// The same schedule with another rate to end at.
  ///
  /// @throws IllegalArgumentException if it is negative, infinite or NaN
  public PolySchedule end(double end) {
    return new PolySchedule(start, updates, power, end, warmUp);
  }

  @Override
  PolySchedule with(WarmUp warmUp) {
    return new PolySchedule(start, updates, power, end, warmUp);
  }

  @Override
  double decayed(long update) {
    double done = Math.min(update, updates) - warmUp.updates();
    double part = done / (updates - warmUp.updates());
    return end + (start - end) * StrictMath.pow(1 - part, power);
  }
}
