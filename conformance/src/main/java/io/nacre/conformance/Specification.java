package io.nacre.conformance;

import io.nacre.runtime.GraphSpec;
import java.lang.reflect.Field;

/// What a generated class knows of its graph before anything is bound.
final class Specification {
  private Specification() {}

  static GraphSpec of(Class<?> graph) {
    try {
      Field constant = graph.getDeclaredField("SPEC");
      constant.setAccessible(true);
      return (GraphSpec) constant.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
