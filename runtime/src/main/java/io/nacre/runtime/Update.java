package io.nacre.runtime;

/// What one update means to one parameter: the settings of an [Optimizer], with the parameter's own
/// multipliers worked in. Filled by a [Sweep] before each update.
final class Update {
  /// The number of the update, from 1.
  long number;

  double rate;
  double decay;
  double rescale;
  double clip;

  /// What a [LayerwiseOptimizer] multiplies the rate by.
  double trust;

  /// Whether the parameter is left as it is.
  boolean frozen;
}
