package io.nacre.runtime;

/// A [Schedule] that starts at some rate and falls, perhaps after a warm-up.
///
/// @param <S> the schedule's own type
public abstract sealed class DecaySchedule<S extends DecaySchedule<S>> implements Schedule
    permits CosineSchedule, FactorSchedule, MultiFactorSchedule, PolySchedule {
  final double start;
  final WarmUp warmUp;

  DecaySchedule(double start, WarmUp warmUp) {
    this.start = Arguments.requireNotNegative("start", start);
    this.warmUp = warmUp;
    if (warmUp.begin() > start) {
      throw new IllegalArgumentException(
          "a warm-up from %s does not rise to the start %s".formatted(warmUp.begin(), start));
    }
  }

  /// The same schedule with a linear warm-up: before update `updates`, the rate of update t is
  ///
  ///     lr(t) = begin + (start - begin) * t / updates
  ///
  /// @throws IllegalArgumentException if a number is negative, `begin` is above the start, or the
  ///     schedule has no update left
  public final S warmUp(int updates, double begin) {
    return with(new WarmUp(updates, begin, true));
  }

  /// The same schedule with the rate `begin` before update `updates`.
  ///
  /// @throws IllegalArgumentException if a number is negative, `begin` is above the start, or the
  ///     schedule has no update left
  public final S constantWarmUp(int updates, double begin) {
    return with(new WarmUp(updates, begin, false));
  }

  @Override
  public final double learningRate(long update) {
    if (update >= warmUp.updates()) {
      return decayed(update);
    }
    double risen = warmUp.linear() ? (start - warmUp.begin()) * update / warmUp.updates() : 0;
    return warmUp.begin() + risen;
  }

  abstract S with(WarmUp warmUp);

  /// The rate after the warm-up.
  abstract double decayed(long update);

  /// How a schedule begins.
  ///
  /// @param updates the first update after it; 0 if there is none
  record WarmUp(int updates, double begin, boolean linear) {
    static final WarmUp NONE = new WarmUp(0, 0, true);

    WarmUp {
      if (updates < 0) {
        throw new IllegalArgumentException("a warm-up of " + updates + " updates");
      }
      Arguments.requireNotNegative("begin", begin);
    }
  }
}
