package io.nacre.processor.lower;

import io.nacre.processor.ir.Value;
import io.nacre.processor.optimise.Group;
import java.util.List;

/// One call that computes and stores one value.
///
/// @param group what is computed, for names and comments
/// @param output the value that is stored; for an assignment, the state that gets it
/// @param reads the stored values that are read
public record Step(Group group, Value output, List<Value> reads, Call call) {
  public Step {
    reads = List.copyOf(reads);
  }
}
