package io.nacre.annotations;

/// What a loss divides its gradient by.
///
/// The constants say what [SoftmaxOutput] does; with labels that are probabilities it divides by
/// nothing. [MakeLoss] has no labels and says what it does itself.
public enum Normalization {
  /// Nothing: the gradient is the sum over the batch.
  ///
  /// With `multiOutput`, by the number of labels a sample, `d1 * d2 * ...`.
  NULL,

  /// The batch size N.
  ///
  /// With `multiOutput` or `preserveShape`, by the number of all labels, `N * d1 * d2 * ...`.
  BATCH,

  /// The number of labels that are not [SoftmaxOutput#ignoreLabel()], at least 1.
  ///
  /// They are left out of the number even without `useIgnore`.
  VALID
}
