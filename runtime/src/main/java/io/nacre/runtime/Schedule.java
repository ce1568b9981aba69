package io.nacre.runtime;

/// How the learning rate changes from update to update; see [Optimizer#schedule]. A schedule has no
/// memory: it is a function of the number of the update.
///
/// Ready ones are [FactorSchedule], [MultiFactorSchedule], [PolySchedule] and [CosineSchedule], all
/// with a warm-up where asked. Another is a lambda: `t -> 0.1 / t`.
@FunctionalInterface
public interface Schedule {
  /// The learning rate of an update.
  ///
  /// @param update its number: the first is 1
  double learningRate(long update);
}
