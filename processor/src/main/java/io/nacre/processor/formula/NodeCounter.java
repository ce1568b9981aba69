package io.nacre.processor.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names nodes as MXNet's `NameManager` does: the operator's name in small letters, and how many had
/// it before. A name that is taken is passed over.
public final class NodeCounter {
  private final Set<String> taken;
  private final Map<String, Integer> counts = new HashMap<>();

  /// @param taken the names of the nodes beside which the new ones stand
  public NodeCounter(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  String next(String operator) {
    String hint = operator.toLowerCase(Locale.ROOT);
    String name;
    do {
      name = hint + (counts.merge(hint, 1, Integer::sum) - 1);
    } while (!taken.add(name));
    return name;
  }
}
