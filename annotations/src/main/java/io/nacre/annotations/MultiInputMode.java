package io.nacre.annotations;

/// How several inputs of [UpSampling] become one output.
public enum MultiInputMode {
  /// Their channels come one after the other.
  CONCAT,

  /// They are added up; all have the same channels.
  SUM
}
