package io.nacre.processor.plan;

import io.nacre.processor.ir.DataType;

/// How values are placed in arrays.
final class Layout {
  /// Places are rounded to this many elements, a vector of 512 bits of floats.
  static final int ROUNDING = 16;

  private Layout() {}

  static long round(long elements) {
    return Math.ceilDiv(elements, ROUNDING) * ROUNDING;
  }

  /// Where the first value of an array lies, so that it begins at a multiple of 64 bytes: an array's
  /// elements begin 16 bytes after the array, and a large array begins at a multiple of 64.
  static int padding(DataType type) {
    return 48 / type.bytes();
  }
}
