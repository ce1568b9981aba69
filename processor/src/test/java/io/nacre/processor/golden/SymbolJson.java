package io.nacre.processor.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// MXNet's `symbol.json`.
///
/// @param nodes inputs before their users
public record SymbolJson(List<Node> nodes, List<Edge> heads) {

  /// @param operator `null` for a variable
  public record Node(String operator, String name, Map<String, String> attributes, List<Edge> inputs) {
    public boolean isVariable() {
      return operator.equals("null");
    }
  }

  /// One output of a node.
  public record Edge(int node, int output) {}

  public Node source(Edge edge) {
    return nodes.get(edge.node());
  }

  public static SymbolJson of(JsonNode json) {
    List<Node> nodes = new ArrayList<>();
    for (JsonNode node : json.get("nodes")) {
      Map<String, String> attributes = new LinkedHashMap<>();
      for (String key : List.of("param", "attr", "attrs")) {
        if (node.has(key)) {
          node.get(key)
              .properties()
              .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        }
      }
      nodes.add(
          new Node(
              node.get("op").asText(),
              node.get("name").asText(),
              attributes,
              edges(node.get("inputs"))));
    }
    return new SymbolJson(nodes, edges(json.get("heads")));
  }

  private static List<Edge> edges(JsonNode array) {
    List<Edge> edges = new ArrayList<>();
    array.forEach(edge -> edges.add(new Edge(edge.get(0).asInt(), edge.get(1).asInt())));
    return edges;
  }
}
