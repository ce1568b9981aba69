package io.nacre.processor.plan;

import io.nacre.processor.ir.Aliases;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Value;
import io.nacre.processor.optimise.FusedGraph;
import java.util.List;
import java.util.Map;

/// What runs, in which order, on which memory.
///
/// @param steps the forward pass, then the backward pass
/// @param slots the place of each stored value, variables included
/// @param work the arrays of the WORK segment, one for each element type in use
public record ExecutionPlan(
    FusedGraph graph, List<PlannedStep> steps, Map<Value, Slot> slots, List<WorkSize> work) {
  public ExecutionPlan {
    steps = List.copyOf(steps);
    slots = Map.copyOf(slots);
    work = List.copyOf(work);
  }

  /// Where a value lies, which may be another name for a stored value.
  public Slot slot(Value value) {
    return slots.get(Aliases.storage(value));
  }

  public List<PlannedStep> forward() {
    return steps.stream().filter(planned -> !planned.step().group().backward()).toList();
  }

  public List<PlannedStep> backward() {
    return steps.stream().filter(planned -> planned.step().group().backward()).toList();
  }

  /// Bytes of work memory at batch size `n`.
  public long workBytes(long n) {
    return work.stream().mapToLong(size -> size.bytes(n)).sum();
  }

  public WorkSize work(DataType type) {
    return work.stream().filter(size -> size.type() == type).findFirst().orElseThrow();
  }
}
