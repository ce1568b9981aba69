package io.nacre.annotations;

/// When [Dropout] drops numbers.
public enum DropoutMode {
  /// In training only.
  TRAINING,
  /// In inference too.
  ALWAYS
}
