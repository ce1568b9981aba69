package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Range;
import java.util.Optional;
import java.util.function.IntFunction;

/// The indices `begin, begin + step, ...` before `end` of an axis, as users write them: from the
/// end if negative, open if [#NONE], and multiples of `BATCH` along an axis of k * N.
record SliceBounds(int begin, int end, int step) {
  /// `Symbol.NONE`: no number.
  static final int NONE = Integer.MIN_VALUE;

  /// The elements of an axis; numbers beyond the axis mean its end. Empty if there are none, or if
  /// the numbers do not say so for every N.
  ///
  /// @param dims what a number means as a dimension
  Optional<Range> range(Dim axis, IntFunction<Dim> dims) {
    return axis.batch() ? multiples(axis, dims) : elements(axis.size(), dims);
  }

  private Optional<Range> multiples(Dim axis, IntFunction<Dim> dims) {
    long from = begin == NONE ? 0 : multiple(begin, dims);
    long to = end == NONE ? axis.size() : multiple(end, dims);
    boolean whole = from == 0 && to == axis.size();
    boolean fits = 0 <= from && from < to && to <= axis.size();
    return fits && (step == 1 || (step == -1 && whole && begin == NONE && end == NONE))
        ? Optional.of(new Range(from, new Dim(to - from, true), step))
        : Optional.empty();
  }

  /// How many N a number means; -1 if it is another number.
  private static long multiple(int number, IntFunction<Dim> dims) {
    if (number == 0) {
      return 0;
    }
    return BatchNumber.is(number) && dims.apply(number).batch() ? dims.apply(number).size() : -1;
  }

  private Optional<Range> elements(long length, IntFunction<Dim> dims) {
    if (isMultipleOfN(begin, length, dims) || isMultipleOfN(end, length, dims)) {
      return Optional.empty();
    }
    long from = begin == NONE ? (step < 0 ? length - 1 : 0) : counted(begin, length, dims);
    long to = end == NONE ? (step < 0 ? -1 : length) : counted(end, length, dims);
    if (step > 0) {
      from = Math.max(from, 0);
      to = Math.min(to, length);
      return from < to
          ? Optional.of(new Range(from, Dim.of((to - from - 1) / step + 1), step))
          : Optional.empty();
    }
    from = Math.min(from, length - 1);
    to = Math.max(to, -1);
    if (from <= to) {
      return Optional.empty();
    }
    long size = (from - to - 1) / -step + 1;
    return Optional.of(new Range(from + (size - 1) * step, Dim.of(size), step));
  }

  /// Whether a number means a multiple of N, where the axis is no such multiple.
  static boolean isMultipleOfN(int number, long length, IntFunction<Dim> dims) {
    return number != NONE
        && BatchNumber.is(number)
        && dims.apply(number).batch()
        && -(long) number > length;
  }

  /// An index as counted from the beginning, which may lie outside the axis.
  static long counted(int number, long length, IntFunction<Dim> dims) {
    if (BatchNumber.is(number) && !dims.apply(number).batch()) {
      return dims.apply(number).size();
    }
    return number < 0 ? number + length : number;
  }
}
