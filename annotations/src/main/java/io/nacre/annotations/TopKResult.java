package io.nacre.annotations;

/// What [TopK] gives.
public enum TopKResult {
  /// The elements, in order.
  VALUE,

  /// Where they stand, counted from 0 along the axis.
  INDICES,

  /// An array like the data, 1 where a chosen element stands and 0 elsewhere.
  MASK,

  /// Two outputs: the elements, and where they stand.
  BOTH
}
