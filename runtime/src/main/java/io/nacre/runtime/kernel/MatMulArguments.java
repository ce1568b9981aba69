package io.nacre.runtime.kernel;

/// Checks what is passed to a matrix product, so that the kernels need not.
final class MatMulArguments {
  private MatMulArguments() {}

  /// @throws IllegalArgumentException if a dimension is negative
  static void checkSizes(int m, int n, int k) {
    if (m < 0 || n < 0 || k < 0) {
      throw new IllegalArgumentException(
          "negative dimension in a product of " + m + " x " + k + " by " + k + " x " + n);
    }
  }

  /// Checks that a matrix lies in its array.
  ///
  /// @param operand its name in messages
  /// @param length the length of the array
  /// @param at the index of the first element
  /// @param pitch how far apart two rows are
  /// @throws IllegalArgumentException if rows overlap
  /// @throws IndexOutOfBoundsException if a part of the matrix is outside the array
  static void checkOperand(String operand, int length, int at, int rows, int columns, int pitch) {
    if (rows == 0 || columns == 0) {
      return;
    }
    if (rows > 1 && pitch < columns) {
      throw new IllegalArgumentException(
          operand + ": rows of " + columns + " elements cannot be " + pitch + " apart");
    }
    long end = at + (rows - 1L) * pitch + columns;
    if (at < 0 || end > length) {
      throw new IndexOutOfBoundsException(
          "%s: %d x %d from %d on, rows %d apart, ends at %d in an array of %d"
              .formatted(operand, rows, columns, at, pitch, end, length));
    }
  }
}
