package io.nacre.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A graph whose inner values are its outputs, as many at a time as a generated class can have.
final class InnerHeads {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 250;

  private InnerHeads() {}

  /// The symbol files.
  ///
  /// @param inner MXNet's names of all values, those of variables among them: `conv1_output`,
  ///     `split_output1`
  static List<String> of(JsonNode symbol, List<String> inner) {
    Map<String, Integer> operators = new HashMap<>();
    for (int i = 0; i < symbol.get("nodes").size(); i++) {
      JsonNode node = symbol.get("nodes").get(i);
      if (!node.get("op").asText().equals("null")) {
        operators.put(node.get("name").asText(), i);
      }
    }
    List<String> files = new ArrayList<>();
    ArrayNode heads = MAPPER.createArrayNode();
    for (String entry : inner) {
      int end = entry.lastIndexOf("_output");
      Integer node = end < 0 ? null : operators.get(entry.substring(0, end));
      if (node != null) {
        String output = entry.substring(end + "_output".length());
        heads.addArray().add(node).add(output.isEmpty() ? 0 : Integer.parseInt(output)).add(0);
      }
      if (heads.size() == MOST) {
        files.add(withHeads(symbol, heads));
        heads = MAPPER.createArrayNode();
      }
    }
    if (!heads.isEmpty()) {
      files.add(withHeads(symbol, heads));
    }
    return files;
  }

  private static String withHeads(JsonNode symbol, ArrayNode heads) {
    ObjectNode graph = symbol.deepCopy();
    graph.set("heads", heads);
    return graph.toString();
  }
}
