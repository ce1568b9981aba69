package io.nacre.annotations;

/// Which element an index means, of the `size` elements of an axis. A fraction is cut off, towards 0.
public enum IndexMode {
  /// The nearest: the first element for a negative index, the last for one that is too large.
  CLIP,

  /// The remainder of the index by `size`: -1 is the last element, and `size` the first.
  WRAP,

  /// The element of that number. An index that is not from 0 to `size - 1` stops the step with an
  /// `IndexOutOfBoundsException`.
  RAISE
}
