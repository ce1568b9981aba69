package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;

/// Numbers in attributes that may be multiples of the batch size N: those of `Symbol.BATCH`.
public final class BatchNumber {
  private BatchNumber() {}

  /// Whether a number stands for a multiple of N.
  static boolean is(int number) {
    return number < 0 && number % DeclaredShape.BATCH == 0;
  }

  /// The dimension that a positive number or a multiple of `BATCH` means.
  ///
  /// @param fixed what the model fixes N to, 0 if it does not
  public static Dim dim(int number, int fixed) {
    if (!is(number)) {
      return Dim.of(number);
    }
    int multiple = number / DeclaredShape.BATCH;
    return fixed > 0 ? Dim.of((long) multiple * fixed) : new Dim(multiple, true);
  }

  /// The number as a user writes it: `3`, `BATCH`, `2 * BATCH`.
  static String text(int number) {
    if (!is(number)) {
      return Integer.toString(number);
    }
    int multiple = number / DeclaredShape.BATCH;
    return multiple == 1 ? "BATCH" : multiple + " * BATCH";
  }
}
