package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Advice for axes that do not come apart into equal parts.
final class Split {
  private Split() {}

  /// Reports that an axis cannot be cut into as many parts as an attribute says, with numbers of
  /// parts that it can be cut into, and another axis that has as many.
  static void report(
      Inference node, String attribute, PartialShape data, int axis, int parts) {
    Dim size = data.dim(axis);
    List<String> ways = new ArrayList<>();
    ways.add("use %s = %s".formatted(attribute, either(nearestDivisors(size.size(), parts))));
    IntStream.range(0, data.rank())
        .filter(other -> other != axis && !data.dim(other).batch())
        .filter(other -> data.dim(other).known() && data.dim(other).size() % parts == 0)
        .mapToObj(other -> "axis = %d, which has %s".formatted(other, data.dim(other)))
        .findFirst()
        .ifPresent(ways::add);
    if (size.batch()) {
      long batch = 8L * parts;
      ways.add("fix the batch to a multiple of %d: @Model(batch = %d)".formatted(parts, batch));
    }
    node.problem(
        ProblemId.UNEVEN_SPLIT,
        node.attribute(attribute),
        "axis %d of %s %s has the size %s, which cannot be cut into %d equal parts"
            .formatted(axis, node.source("data"), data, size, parts),
        String.join("; or ", ways));
  }

  /// The divisors of `size` next to `parts`: one below and one above, or only one.
  static List<Long> nearestDivisors(long size, long parts) {
    TreeSet<Long> divisors = new TreeSet<>();
    for (long i = 1; i * i <= size; i++) {
      if (size % i == 0) {
        divisors.add(i);
        divisors.add(size / i);
      }
    }
    List<Long> nearest = new ArrayList<>();
    if (divisors.floor(parts) != null) {
      nearest.add(divisors.floor(parts));
    }
    if (divisors.higher(parts) != null) {
      nearest.add(divisors.higher(parts));
    }
    return nearest;
  }

  /// The multiples of `parts` next to `size`: 96 and 104 for 100 and 8.
  static List<Long> nearestMultiples(long size, long parts) {
    long down = size - size % parts;
    return down == 0 ? List.of(parts) : List.of(down, down + parts);
  }

  /// `5 or 10`
  static String either(List<Long> numbers) {
    return String.join(" or ", numbers.stream().map(String::valueOf).toList());
  }
}
