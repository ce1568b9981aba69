package io.nacre.processor.plan;

/// The arrays of a bound graph. There is one of each for every element type in use.
public enum Segment {
  /// The weights; shared by graphs that are bound sharing.
  PARAMETERS,
  /// Their gradients, laid out alike.
  GRADIENTS,
  /// States that training updates beside the gradient.
  AUXILIARY,
  /// Everything else of one plan, inputs included.
  WORK
}
