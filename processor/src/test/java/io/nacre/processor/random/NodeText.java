package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One node of a model, as it is written.
///
/// @param layer the simple name of its annotation; empty for none
/// @param attributes the source text of each attribute's value
record NodeText(
    String name, String layer, Map<String, String> attributes, List<EdgeText> edges, boolean head) {

  /// `Symbol a`, `@Weight Symbol a` or `@From(value = "a", output = 1) Symbol again`.
  ///
  /// @param as the argument that it is for; empty for the next
  record EdgeText(String source, int output, String as) {}

  NodeText {
    attributes = new LinkedHashMap<>(attributes);
    edges = List.copyOf(edges);
  }

  static NodeText variable(String name, String annotation, String shape) {
    Map<String, String> attributes = shape.isEmpty() ? Map.of() : Map.of("value", shape);
    return new NodeText(name, annotation, attributes, List.of(), false);
  }

  boolean isVariable() {
    return List.of("Input", "Variable", "Parameter", "Label").contains(layer);
  }

  NodeText withAttribute(String attribute, String value) {
    Map<String, String> changed = new LinkedHashMap<>(attributes);
    changed.put(attribute, value);
    return new NodeText(name, layer, changed, edges, head);
  }

  NodeText without(String attribute) {
    Map<String, String> changed = new LinkedHashMap<>(attributes);
    changed.remove(attribute);
    return new NodeText(name, layer, changed, edges, head);
  }

  NodeText withEdges(List<EdgeText> others) {
    return new NodeText(name, layer, attributes, others, head);
  }

  NodeText withHead(boolean marked) {
    return new NodeText(name, layer, attributes, edges, marked);
  }

  NodeText named(String other) {
    return new NodeText(other, layer, attributes, edges, head);
  }

  /// The numbers of `3` or `{3, 2 * BATCH}`, with N in place of `BATCH`.
  static List<Integer> integers(String value, int n) {
    String inner = value.replaceAll("[{}\\s]", "");
    return inner.isEmpty()
        ? List.of()
        : Arrays.stream(inner.split(",")).map(text -> integer(text, n)).toList();
  }

  private static int integer(String text, int n) {
    if (!text.endsWith("BATCH")) {
      return Integer.parseInt(text);
    }
    String factor = text.replaceAll("\\*?BATCH$", "");
    return (factor.isEmpty() ? 1 : Integer.parseInt(factor)) * n;
  }

  /// The declaration, on one line.
  String text() {
    String values =
        attributes.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", "));
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      parameters.add(parameter(i));
    }
    return "%s%s Symbol %s(%s);"
        .formatted(
            head ? "@Output " : "",
            layer.isEmpty() ? "" : "@" + layer + (values.isEmpty() ? "" : "(" + values + ")"),
            name,
            String.join(", ", parameters));
  }

  private String parameter(int i) {
    EdgeText edge = edges.get(i);
    String as = edge.as().isEmpty() ? "" : "@As(\"%s\") ".formatted(edge.as());
    boolean again =
        edges.subList(0, i).stream().anyMatch(other -> other.source().equals(edge.source()));
    if (edge.output() == 0 && !again) {
      return as + "Symbol " + edge.source();
    }
    String output = edge.output() == 0 ? "" : ", output = " + edge.output();
    return as + "@From(value = \"%s\"%s) Symbol edge%d".formatted(edge.source(), output, i);
  }
}
