package io.nacre.processor.write;

import io.nacre.processor.CompiledModel;
import io.nacre.processor.infer.TypedGraph;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.layer.VariableKind;
import io.nacre.processor.resolve.LayerEdge;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of a model's layers as Markdown, for the documentation of its class: what the runtime's
/// `summary()` prints. A parameter that several layers share counts for the first of them.
final class LayerTable {
  private static final List<String> HEADER =
      List.of("layer", "type", "output shape", "parameters", "inputs");

  /// The column of numbers, which is aligned to the right.
  private static final int PARAMETERS = 3;

  private final TypedGraph graph;
  private final Set<LayerNode> counted = new HashSet<>();

  private LayerTable(TypedGraph graph) {
    this.graph = graph;
  }

  static String of(CompiledModel model) {
    return new LayerTable(model.typed()).text();
  }

  private String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (LayerNode node : graph.layers().nodes()) {
      switch (node.layer().variable()) {
        case INPUT -> rows.add(row(node, "Input"));
        case LABEL -> rows.add(row(node, "Label"));
        case NONE -> rows.add(row(node, node.layer().simpleName()));
        case PARAMETER, AUXILIARY -> {}
      }
    }
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      append(text, rows.get(row), widths);
      if (row == 0) {
        appendRule(text, widths);
      }
    }
    return text.toString();
  }

  private List<String> row(LayerNode node, String type) {
    return List.of(
        code(node.name()),
        code(type),
        graph.shapes().get(node).stream().map(Shape::toString).collect(Collectors.joining(", ")),
        parameters(node),
        node.edges().stream()
            .filter(edge -> !isHeld(edge.node()))
            .map(LayerEdge::headName)
            .map(LayerTable::code)
            .collect(Collectors.joining(", ")));
  }

  private static boolean isHeld(LayerNode node) {
    return switch (node.layer().variable()) {
      case PARAMETER, AUXILIARY -> true;
      case INPUT, LABEL, NONE -> false;
    };
  }

  private String parameters(LayerNode node) {
    long count = 0;
    for (LayerEdge edge : node.edges()) {
      if (edge.node().layer().variable() == VariableKind.PARAMETER && counted.add(edge.node())) {
        count += graph.shape(edge.node()).size().size();
      }
    }
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
  }

  /// A bar would end the cell even so.
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    text.append('|');
    for (int column = 0; column < widths.length; column++) {
      String space = " ".repeat(widths[column] - row.get(column).length());
      String cell = row.get(column);
      text.append(' ').append(column == PARAMETERS ? space + cell : cell + space).append(" |");
    }
    text.append('\n');
  }

  private static void appendRule(StringBuilder text, int[] widths) {
    text.append('|');
    for (int column = 0; column < widths.length; column++) {
      String dashes = "-".repeat(widths[column] - 1);
      text.append(' ').append(column == PARAMETERS ? dashes + ":" : dashes + "-").append(" |");
    }
    text.append('\n');
  }
}
