package io.nacre.processor.ir;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The part of a graph that something depends on; the rest is dead code.
public final class Reachable {
  private Reachable() {}

  /// Every value that `targets` depend on and the targets themselves, inputs before their users.
  public static List<Value> from(Collection<Value> targets) {
    Set<Value> seen = new HashSet<>(targets);
    Deque<Value> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Value input : open.pop().primitive().inputs()) {
        if (seen.add(input)) {
          open.push(input);
        }
      }
    }
    return seen.stream().sorted(Comparator.comparingInt(Value::id)).toList();
  }
}
