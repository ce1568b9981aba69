package io.nacre.processor.mxnet;

import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Writes a symbol file byte for byte as MXNet 1.9.1 does: two spaces, and one line for a list of up to
/// ten numbers or a single attribute.
final class SymbolText {
  private static final int MOST_ON_A_LINE = 10;

  private final StringBuilder text = new StringBuilder();

  private SymbolText() {}

  /// @param outputs how many outputs a node has in MXNet, those that nothing can take included
  static String of(SymbolFile file, ToIntFunction<Node> outputs) {
    return new SymbolText().write(file, outputs);
  }

  private String write(SymbolFile file, ToIntFunction<Node> outputs) {
    List<Integer> variables = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    text.append("{\n  \"nodes\": [");
    for (int i = 0; i < file.nodes().size(); i++) {
      Node node = file.nodes().get(i);
      text.append(i == 0 ? "\n" : ", \n");
      write(node);
      if (node.isVariable()) {
        variables.add(i);
      }
      starts.add(starts.get(i) + (node.isVariable() ? 1 : outputs.applyAsInt(node)));
    }
    text.append("\n  ], \n  \"arg_nodes\": ");
    numbers(variables);
    text.append(", \n  \"node_row_ptr\": ");
    numbers(starts);
    text.append(", \n  \"heads\": ");
    entries(file.heads(), "    ");
    text.append(", \n  \"attrs\": {");
    String version = "\"mxnet_version\": [\"int\", " + SymbolUpgrade.CURRENT + "]";
    if (file.numpyShapes()) {
      text.append("\n    \"is_np_shape\": [\"int\", 1], \n    ").append(version).append("\n  }");
    } else {
      text.append(version).append("}");
    }
    return text.append("\n}").toString();
  }

  private void write(Node node) {
    text.append("    {\n      \"op\": ");
    quote(node.operator());
    text.append(", \n      \"name\": ");
    quote(node.name());
    if (!node.attributes().isEmpty()) {
      text.append(", \n      \"attrs\": ");
      attributes(node.attributes());
    }
    text.append(", \n      \"inputs\": ");
    entries(node.inputs(), "        ");
    text.append("\n    }");
  }

  private void attributes(Map<String, String> attributes) {
    boolean single = attributes.size() == 1;
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      text.append(single ? "" : first ? "\n        " : ", \n        ");
      quote(attribute.getKey());
      text.append(": ");
      quote(attribute.getValue());
      first = false;
    }
    text.append(single ? "}" : "\n      }");
  }

  private void entries(List<Entry> entries, String indent) {
    boolean lines = entries.size() > MOST_ON_A_LINE;
    text.append('[');
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      text.append(i == 0 ? "" : ", ").append(lines ? "\n" + indent : "");
      text.append('[').append(entry.node()).append(", ").append(entry.output()).append(", ");
      text.append(entry.version()).append(']');
    }
    text.append(lines ? "\n" + indent.substring(2) + "]" : "]");
  }

  private void numbers(List<Integer> numbers) {
    boolean lines = numbers.size() > MOST_ON_A_LINE;
    text.append('[');
    for (int i = 0; i < numbers.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(lines ? "\n    " : "").append(numbers.get(i));
    }
    text.append(lines ? "\n  ]" : "]");
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      switch (letter) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(letter);
      }
    }
    text.append('"');
  }
}
