package io.nacre.processor.golden;

import io.nacre.processor.golden.SymbolJson.Node;
import io.nacre.processor.mxnet.Operator;
import io.nacre.processor.mxnet.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a node of MXNet as an annotation.
final class OperatorText {
  private OperatorText() {}

  /// @throws UnsupportedOperator if there is no row
  static Operator row(String mxnet) {
    return Operators.of(mxnet).orElseThrow(() -> new UnsupportedOperator(mxnet));
  }

  /// `@Conv(filters = 4, kernel = {3, 2})`
  ///
  /// @throws UnsupportedOperator if the operator or an attribute cannot be written yet
  static String annotation(Node node) {
    Operator row = row(node.operator());
    List<String> texts = new ArrayList<>();
    row.decode(
            node.attributes(),
            (fact, hint) -> {
              throw new UnsupportedOperator(node.operator() + " " + fact);
            })
        .forEach((name, value) -> texts.add(name + " = " + java(value, constants(row, name))));
    return "@"
        + row.annotation()
        + (texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")");
  }

  private static String constants(Operator row, String name) {
    return row.attributes().entrySet().stream()
        .filter(entry -> row.javaName(entry.getKey()).equals(name))
        .map(entry -> entry.getValue().constants())
        .findFirst()
        .orElseThrow();
  }

  private static String java(Object value, String constants) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> java(element, constants))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof String text) {
      return constants.isEmpty() ? '"' + text + '"' : constants + "." + text;
    }
    return value.toString();
  }
}
