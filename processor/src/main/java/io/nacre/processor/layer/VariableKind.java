package io.nacre.processor.layer;

/// What a node without arguments is.
public enum VariableKind {
  /// It computes something.
  NONE,
  /// The user feeds it at every step: `@Input`, `@Variable`.
  INPUT,
  /// The user feeds it when training.
  LABEL,
  /// Training changes it: explicit or implied parameters.
  PARAMETER,
  /// Training updates it beside the gradient.
  AUXILIARY
}
