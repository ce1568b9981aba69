package io.nacre.processor.expand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nacre.processor.resolve.Graphs;
import io.nacre.processor.resolve.LayerGraph;
import io.nacre.processor.resolve.LayerNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// What MXNet 1.9.1 computes for one operator, from `golden/op` of the test resources.
final class GoldenCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode description;
  private final JsonNode symbol;
  private final ByteBuffer data;

  private GoldenCase(JsonNode description, JsonNode symbol, ByteBuffer data) {
    this.description = description;
    this.symbol = symbol;
    this.data = data;
  }

  static GoldenCase read(String name) {
    try {
      String folder = "/golden/op/" + name + "/";
      byte[] bytes = bytes(folder + "data.bin");
      return new GoldenCase(
          JSON.readTree(bytes(folder + "case.json")),
          JSON.readTree(bytes(folder + "symbol.json")),
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = GoldenCase.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("missing golden: src/test/resources" + resource);
      }
      return stream.readAllBytes();
    }
  }

  /// The operator on variables of the given shapes; its parameters and labels are implied.
  LayerGraph graph() {
    Graphs graphs = new Graphs();
    List<LayerNode> inputs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> given : description.get("given_shapes").properties()) {
      List<Integer> shape = numbers(given.getValue());
      inputs.add(
          graphs.node(given.getKey(), "Variable", List.of(), "value", shape, "gradient", true));
    }
    JsonNode operator =
        stream(symbol.get("nodes"))
            .filter(node -> !node.get("op").asText().equals("null"))
            .findFirst()
            .orElseThrow();
    LayerNode node =
        graphs.node(
            operator.get("name").asText(),
            MxnetNames.annotation(operator.get("op").asText()),
            inputs,
            MxnetNames.attributes(operator.get("attrs")));
    return graphs.graph(node);
  }

  List<Integer> argumentShape(String name) {
    JsonNode names = description.get("arguments");
    int index =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).asText().equals(name))
            .findFirst()
            .orElseThrow();
    return numbers(description.get("argument_shapes").get(index));
  }

  List<Integer> outputShape() {
    return numbers(description.get("output_shapes").get(0));
  }

  /// The arrays of a role by their names.
  Map<String, double[]> arrays(String role) {
    Map<String, double[]> arrays = new HashMap<>();
    for (JsonNode array : description.get("arrays")) {
      if (array.get("role").asText().equals(role)) {
        arrays.put(array.get("name").asText(), floats(array));
      }
    }
    return arrays;
  }

  Optional<double[]> array(String role) {
    return arrays(role).values().stream().findFirst();
  }

  private double[] floats(JsonNode array) {
    int offset = array.get("offset").asInt();
    return IntStream.range(0, array.get("nbytes").asInt() / Float.BYTES)
        .mapToDouble(i -> data.getFloat(offset + i * Float.BYTES))
        .toArray();
  }

  private static List<Integer> numbers(JsonNode array) {
    return stream(array).map(JsonNode::asInt).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
