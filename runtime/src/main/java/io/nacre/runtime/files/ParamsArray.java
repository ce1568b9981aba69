package io.nacre.runtime.files;

import java.util.List;

/// What is known of an array in a `.params` file before its numbers are read. All of it has been
/// checked against the length of the file.
///
/// @param type null for an empty slot
/// @param stored how many numbers lie in the file, of all if the array is dense
/// @param data the position of the first of them
/// @param indices where the numbers of a sparse array belong: the rows of a row-sparse one; the
///     first number of each row, and then the columns, of a compressed one
record ParamsArray(
    MxnetParams.Storage storage,
    ParamsType type,
    List<Long> shape,
    long stored,
    long data,
    List<Indices> indices) {

  /// A list of whole numbers in the file.
  record Indices(ParamsType type, long count, long data) {}

  static final ParamsArray NONE =
      new ParamsArray(MxnetParams.Storage.NONE, null, List.of(), 0, 0, List.of());

  /// How many numbers the array has, those that a sparse one leaves out included; -1 if they are
  /// more than a long can tell.
  static long size(List<Long> shape) {
    long size = 1;
    for (long dim : shape) {
      if (Math.multiplyHigh(size, dim) != 0 || size * dim < 0) {
        return -1;
      }
      size *= dim;
    }
    return size;
  }

  static String text(List<Long> shape) {
    return shape.isEmpty()
        ? "scalar"
        : String.join(" x ", shape.stream().map(String::valueOf).toList());
  }
}
