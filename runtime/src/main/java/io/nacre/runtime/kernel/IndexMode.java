package io.nacre.runtime.kernel;

/// Which row an index means that [GatherKernel] reads. A fraction is cut off, towards 0. NaN counts as
/// 0 where it is no error.
public enum IndexMode {
  /// The nearest row: row 0 for a negative index, the last row for one that is too large.
  CLIP,

  /// The remainder of the index by the number of rows: -1 is the last row.
  WRAP,

  /// The row of that number. An index that is none, NaN too, is an error.
  RAISE
}
