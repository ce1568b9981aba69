package io.nacre.processor.write;

import java.util.Set;

/// The methods that give parameters by name.
final class ParameterNames {
  /// What every set of parameters has already, or every object.
  private static final Set<String> TAKEN =
      Set.of(
          "auxiliary", "clone", "count", "equals", "finalize", "forEach", "get", "getClass", "hash",
          "hashCode", "iterator", "notify", "notifyAll", "size", "spliterator", "toString", "wait");

  private ParameterNames() {}

  /// The parameter's own name, followed by `_` if a set of parameters has a method of that name.
  static String accessor(String parameter) {
    return TAKEN.contains(parameter) ? parameter + "_" : parameter;
  }
}
