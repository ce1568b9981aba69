package io.nacre.processor.ir;

import java.util.List;

/// What is taken along one axis: `size` elements, the lowest at index `from`, `|step|` apart; in
/// falling order if `step` is negative.
///
/// An axis of k * N is cut at multiples of N only, so that the cut is the same for every N: there
/// `size` is a multiple of N, `from` counts N's, and no element is skipped.
///
/// @param from the lowest index taken, at least 0
/// @param size how many elements
/// @param step the distance of two elements; 1 for a single element
public record Range(long from, Dim size, int step) {
  public Range {
    Check.that(from >= 0 && size.known() && step != 0, "a range of %s from %s", size, from);
    Check.that(!size.batch() || Math.abs(step) == 1, "every %s. of %s", step, size);
    step = size.is(1) ? 1 : step;
  }

  public static Range of(long from, Dim size) {
    return new Range(from, size, 1);
  }

  /// All of an axis.
  public static Range whole(Dim axis) {
    return of(0, axis);
  }

  /// All of each axis.
  public static List<Range> whole(Shape shape) {
    return shape.dims().stream().map(Range::whole).toList();
  }

  /// Whether this is all of `axis`, in its order.
  public boolean isWhole(Dim axis) {
    return equals(whole(axis));
  }

  /// Whether an axis of the size `axis` has these elements.
  boolean isIn(Dim axis) {
    return axis.known() && axis.batch() == size.batch() && from + extent() <= axis.size();
  }

  /// The same elements of an axis, given those that this takes of what `inner` takes of it.
  Range within(Range inner) {
    long skipped = inner.step > 0 ? from : inner.size.size() - from - extent();
    long first = inner.from + skipped * Math.abs(inner.step);
    return new Range(first, size, Math.multiplyExact(inner.step, step));
  }

  /// From the lowest element to the highest, in the unit of `from`.
  private long extent() {
    return (size.size() - 1) * Math.abs(step) + 1;
  }

  /// One past the highest index taken, in the unit of `from`.
  long end() {
    return from + extent();
  }

  /// `2:10`, `0:N`, `0:9:-2`.
  @Override
  public String toString() {
    String unit = size.batch() ? "N" : "";
    return from + ":" + end() + unit + (step == 1 ? "" : ":" + step);
  }
}
