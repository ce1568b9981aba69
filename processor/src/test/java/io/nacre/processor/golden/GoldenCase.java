package io.nacre.processor.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What MXNet 1.9.1 computes for one graph: a folder with `symbol.json`, `case.json`, `data.bin`.
public final class GoldenCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final JsonNode description;
  private final SymbolJson symbol;
  private final ByteBuffer data;

  private GoldenCase(String name, JsonNode description, SymbolJson symbol, ByteBuffer data) {
    this.name = name;
    this.description = description;
    this.symbol = symbol;
    this.data = data;
  }

  /// The names of all cases: `seed/add`, `op/fc`, ...
  static List<String> all() {
    List<String> names = new ArrayList<>();
    for (String kind : List.of("seed", "op", "model")) {
      try (Stream<Path> folders = Files.list(root().resolve(kind))) {
        folders.map(folder -> kind + "/" + folder.getFileName()).sorted().forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  /// A case that is to be written as a model: with `parameters1` for `parameters`, since a model cannot
  /// have a node of that name.
  static GoldenCase read(String name) {
    return read(
        root(), name, text -> text.replace("\"parameters\"", "\"parameters1\""));
  }

  /// A case as it is.
  ///
  /// @param root the folder of all cases
  public static GoldenCase read(Path root, String name) {
    return read(root, name, text -> text);
  }

  private static GoldenCase read(Path root, String name, UnaryOperator<String> names) {
    Path folder = root.resolve(name);
    try {
      return new GoldenCase(
          name,
          JSON.readTree(names.apply(Files.readString(folder.resolve("case.json")))),
          SymbolJson.of(
              JSON.readTree(names.apply(Files.readString(folder.resolve("symbol.json"))))),
          ByteBuffer.wrap(Files.readAllBytes(folder.resolve("data.bin")))
              .order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a text file among the goldens.
  static List<String> lines(String file) {
    try {
      return Files.readAllLines(root().resolve(file)).stream().filter(l -> !l.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(GoldenCase.class.getResource("/golden").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public String name() {
    return name;
  }

  public SymbolJson symbol() {
    return symbol;
  }

  /// Whether the arrays of role `out` are those of training.
  public boolean training() {
    return description.get("is_train").asBoolean();
  }

  public List<String> arguments() {
    return strings("arguments");
  }

  public List<String> outputs() {
    return strings("outputs");
  }

  public List<String> auxiliaryStates() {
    return strings("auxiliary_states");
  }

  /// The element types of the arguments, `float32`.
  public List<String> argumentTypes() {
    return strings("argument_dtypes");
  }

  /// The element type of an argument or auxiliary state, `float32`.
  public String type(String name) {
    int index = arguments().indexOf(name);
    return index < 0 ? "float32" : argumentTypes().get(index);
  }

  private List<String> strings(String key) {
    List<String> strings = new ArrayList<>();
    description.get(key).forEach(text -> strings.add(text.asText()));
    return strings;
  }

  /// The shape of an argument, or of an output of an inner node: `fc1_output`.
  public Optional<List<Integer>> shape(String entry) {
    for (JsonNode internal : description.get("internals")) {
      if (internal.get(0).asText().equals(entry)) {
        return Optional.of(ints(internal.get(1)));
      }
    }
    int argument = arguments().indexOf(entry);
    return argument < 0
        ? Optional.empty()
        : Optional.of(ints(description.get("argument_shapes").get(argument)));
  }

  private static List<Integer> ints(JsonNode array) {
    List<Integer> ints = new ArrayList<>();
    array.forEach(number -> ints.add(number.asInt()));
    return ints;
  }

  public Optional<double[]> array(String role, String entry) {
    return Optional.ofNullable(arrays(role).get(entry));
  }

  /// The arrays of a role by their names.
  public Map<String, double[]> arrays(String role) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    for (JsonNode array : description.get("arrays")) {
      if (array.get("role").asText().equals(role)) {
        arrays.put(array.get("name").asText(), numbers(array));
      }
    }
    return arrays;
  }

  private double[] numbers(JsonNode array) {
    int offset = array.get("offset").asInt();
    String type = array.get("dtype").asText();
    int bytes = Integer.parseInt(type.replaceAll("\\D", "")) / 8;
    double[] numbers = new double[array.get("nbytes").asInt() / bytes];
    for (int i = 0; i < numbers.length; i++) {
      int at = offset + i * bytes;
      numbers[i] =
          switch (type) {
            case "float16" -> Float.float16ToFloat(data.getShort(at));
            case "float32" -> data.getFloat(at);
            case "float64" -> data.getDouble(at);
            case "uint8" -> Byte.toUnsignedInt(data.get(at));
            case "int8" -> data.get(at);
            case "int32" -> data.getInt(at);
            case "int64" -> data.getLong(at);
            default -> throw new IllegalStateException(name + ": an array of " + type);
          };
    }
    return numbers;
  }
}
