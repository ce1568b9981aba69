package io.nacre.processor.write;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.plan.ExecutionPlan;
import io.nacre.processor.plan.Segment;
import io.nacre.processor.plan.Slot;
import java.util.Locale;

/// The Java text of arrays and places.
final class Memory {
  private Memory() {}

  /// The field that holds a segment's array: `work`, `parameters`, and `work64` for doubles.
  static String array(Segment segment, DataType type) {
    return segment.name().toLowerCase(Locale.ROOT)
        + (type == DataType.FLOAT32 ? "" : type.suffix());
  }

  static String array(Slot slot) {
    return array(slot.segment(), slot.type());
  }

  /// The method of the runtime's graph that gives a segment's array: `parameters32`.
  static String accessor(Segment segment, DataType type) {
    return segment.name().toLowerCase(Locale.ROOT) + type.suffix();
  }

  /// Whether the place depends on N.
  static boolean isConstant(Slot slot) {
    return !slot.inBatchRegion();
  }

  /// The place as an expression of the bound batch size: `12`, `1068 + 784 * batch`.
  static String place(ExecutionPlan plan, Slot slot, String batch) {
    if (!slot.inBatchRegion()) {
      return Long.toString(slot.start());
    }
    long origin = plan.work(slot.type()).constant();
    return slot.start() == 0
        ? Long.toString(origin)
        : origin + " + " + slot.start() + " * " + batch;
  }
}
