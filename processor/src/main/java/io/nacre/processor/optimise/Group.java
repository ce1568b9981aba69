package io.nacre.processor.optimise;

import io.nacre.processor.ir.Value;
import java.util.List;

/// Values that are computed together, in one pass over memory, of which only the last is stored.
///
/// @param root the value that is stored; the others are its intermediate results
/// @param members pointwise values with the root last, inputs before their users; just the root for a
///     primitive that has a kernel of its own
/// @param backward whether it belongs to the backward pass
public record Group(Value root, List<Value> members, boolean backward) {
  public Group {
    members = List.copyOf(members);
  }
}
