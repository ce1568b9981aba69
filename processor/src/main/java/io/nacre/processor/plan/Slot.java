package io.nacre.processor.plan;

import io.nacre.processor.ir.DataType;

/// Where a value is stored: in an array of a segment, at an offset in it.
///
/// A value that grows with N lies in a region whose places and sizes are multiples of N; the other
/// values lie after that region.
///
/// @param inBatchRegion whether the value is in the region that grows with N
/// @param start the first element in its region: in multiples of N, or in elements
/// @param length likewise
public record Slot(
    Segment segment, DataType type, boolean inBatchRegion, long start, long length) {

  /// Whether both may share an element.
  public boolean overlaps(Slot other) {
    return segment == other.segment
        && type == other.type
        && inBatchRegion == other.inBatchRegion
        && start < other.start + other.length
        && other.start < start + length;
  }

  static Slot constant(Segment segment, DataType type, long start, long length) {
    return new Slot(segment, type, false, start, length);
  }
}
