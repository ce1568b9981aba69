package io.nacre.runtime;

import io.nacre.runtime.GraphSpec.Layer;
import io.nacre.runtime.GraphSpec.Output;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the layers of a graph from the form that generated classes hold them in; see
/// [GraphSpec.Builder#layers].
final class LayerText {
  /// Where the inputs begin.
  private static final int INPUTS = 4;

  private LayerText() {}

  static List<Layer> read(String text) {
    return text.lines().map(LayerText::layer).toList();
  }

  private static Layer layer(String line) {
    String[] words = line.split(" ");
    if (words.length < INPUTS) {
      throw new IllegalArgumentException("not a layer: " + line);
    }
    String name = name(words[0]);
    return new Layer(
        name,
        name(words[1]),
        dataType(words[2]),
        Arrays.stream(words, INPUTS, words.length).map(LayerText::name).toList(),
        Arrays.stream(words[3].split(";")).map(output -> output(name, output)).toList());
  }

  /// `N,3`, or with the output's name where there are several, `split_output0:N,3`.
  private static Output output(String layer, String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Output(layer + "_output", shape(text))
        : new Output(name(text.substring(0, colon)), shape(text.substring(colon + 1)));
  }

  private static Shape shape(String text) {
    return text.equals("-")
        ? Shape.of()
        : Shape.of(Arrays.stream(text.split(",")).mapToInt(LayerText::dim).toArray());
  }

  /// `20`, `N`, `2N`.
  private static int dim(String text) {
    if (!text.endsWith("N")) {
      return Integer.parseInt(text);
    }
    String times = text.substring(0, text.length() - 1);
    return times.isEmpty() ? Shape.N : Integer.parseInt(times) * Shape.N;
  }

  private static DataType dataType(String text) {
    return Arrays.stream(DataType.values())
        .filter(type -> type.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type: " + text));
  }

  private static String name(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
