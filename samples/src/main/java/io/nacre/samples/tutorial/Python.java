package io.nacre.samples.tutorial;

import io.nacre.runtime.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes names and shapes as a Python notebook shows them, so that the tutorial's results can be
/// compared letter by letter.
final class Python {
  private static final int COLUMNS = 79;

  private Python() {}

  static String symbol(String name) {
    return "<Symbol " + name + ">";
  }

  /// `['a', 'b']`, or a line for each where one is too short.
  static String list(List<String> names) {
    List<String> quoted = names.stream().map(Python::quoted).toList();
    String line = "[" + String.join(", ", quoted) + "]";
    return line.length() <= COLUMNS ? line : "[" + String.join(",\n ", quoted) + "]";
  }

  /// `(2, 3)`
  static String tuple(Shape shape) {
    return Arrays.stream(shape.toInts())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", shape.rank() == 1 ? ",)" : ")"));
  }

  /// `{'a': (2, 3)}`
  static <T> String dict(Map<String, T> map, Function<T, String> text) {
    return map.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ": " + text.apply(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String bool(boolean value) {
    return value ? "True" : "False";
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }
}
