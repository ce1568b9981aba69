package io.nacre.processor.mxnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An operator as MXNet 1.9.1 describes it itself.
///
/// @param names its own, then others
/// @param attributes their types by name: `int (non-negative), default=1`
/// @param counter the attribute that counts its inputs; empty if their number is fixed
record MxnetOperator(
    List<String> names, List<String> inputs, String counter, Map<String, String> attributes) {

  /// All of them but gradients and those of the numpy interface.
  static List<MxnetOperator> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MxnetOperator.class.getResourceAsStream("/mxnet/operators.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(MxnetOperator::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MxnetOperator of(String line) {
    String[] columns = line.split("\t", -1);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String attribute : columns[4].split("; ")) {
      if (!attribute.isEmpty()) {
        int colon = attribute.indexOf(": ");
        attributes.put(attribute.substring(0, colon), attribute.substring(colon + 2));
      }
    }
    return new MxnetOperator(
        words(columns[0] + " " + columns[1]), words(columns[2]), columns[3], attributes);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  String name() {
    return names.getFirst();
  }

  /// MXNet's default of an attribute, as a file would write it; empty if the attribute is required.
  Optional<String> defaultOf(String attribute) {
    String type = attributes.get(attribute);
    int start = type.indexOf("default=");
    if (start < 0) {
      return Optional.empty();
    }
    String text = type.substring(start + "default=".length());
    return Optional.of(text.startsWith("'") ? text.substring(1, text.length() - 1) : text);
  }
}
