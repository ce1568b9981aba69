package io.nacre.runtime;

/// How a [Metric] comes from batches.
public enum Average {
  /// Each batch is measured by itself, and the measures are averaged.
  MACRO,
  /// All rows together are measured as if they were one batch.
  MICRO
}
