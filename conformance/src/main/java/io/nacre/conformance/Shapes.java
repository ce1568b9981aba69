package io.nacre.conformance;

import io.nacre.runtime.Shape;
import java.util.Arrays;
import java.util.List;

/// Shapes as lists of numbers.
final class Shapes {
  private Shapes() {}

  static List<Integer> at(Shape shape, int batch) {
    return Arrays.stream(shape.at(batch).toInts()).boxed().toList();
  }
}
