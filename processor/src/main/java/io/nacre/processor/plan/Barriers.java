package io.nacre.processor.plan;

import io.nacre.processor.ir.Value;
import io.nacre.processor.lower.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Decides where workers must wait for each other: before a step that reads what a step since the last
/// barrier writes, or that writes where such a step reads or writes.
final class Barriers {
  private final Map<Value, Slot> slots;
  private final List<Slot> written = new ArrayList<>();
  private final List<Slot> read = new ArrayList<>();

  Barriers(Map<Value, Slot> slots) {
    this.slots = slots;
  }

  /// No barrier is needed before the first step of either pass: a pass begins when everybody is there.
  List<PlannedStep> between(List<Step> steps) {
    List<PlannedStep> planned = new ArrayList<>();
    boolean backward = false;
    for (Step step : steps) {
      if (step.group().backward() != backward) {
        backward = true;
        forget();
      }
      Slot output = slots.get(step.output());
      List<Slot> reads = step.reads().stream().map(slots::get).toList();
      boolean barrier =
          meets(written, output)
              || meets(read, output)
              || reads.stream().anyMatch(slot -> meets(written, slot));
      if (barrier) {
        forget();
      }
      written.add(output);
      read.addAll(reads);
      planned.add(new PlannedStep(step, barrier));
    }
    return planned;
  }

  private void forget() {
    written.clear();
    read.clear();
  }

  private static boolean meets(List<Slot> slots, Slot slot) {
    return slots.stream().anyMatch(slot::overlaps);
  }
}
