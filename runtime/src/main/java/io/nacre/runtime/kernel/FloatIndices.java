package io.nacre.runtime.kernel;

/// What floats mean as indices.
final class FloatIndices {
  /// As many numbers from 0 on as floats tell apart.
  private static final int MOST_ROWS = (int) Math.min(Integer.MAX_VALUE, 2 / Math.ulp(1f));

  private FloatIndices() {}

  /// @throws IllegalArgumentException if some rows have no index
  static void checkRows(int rows) {
    if (rows > MOST_ROWS) {
      throw new IllegalArgumentException(
          "%d rows are more than float indices tell apart, %d".formatted(rows, MOST_ROWS));
    }
  }

  /// @throws IndexOutOfBoundsException if one of `count` indices, its fraction cut off, is not from 0 to
  ///     `rows - 1`
  static void checkRange(int rows, float[] j, int jAt, int count) {
    for (int i = 0; i < count; i++) {
      float index = j[jAt + i];
      if (!(index > -1 && index < rows)) {
        throw new IndexOutOfBoundsException(
            "index %d is %s, which is not from 0 to %d".formatted(i, index, rows - 1));
      }
    }
  }

  /// The row that an index means; in RAISE mode it has been checked.
  static int row(IndexMode mode, float index, int rows) {
    long number = (long) index;
    return mode == IndexMode.WRAP
        ? (int) Math.floorMod(number, (long) rows)
        : Math.clamp(number, 0, rows - 1);
  }
}
