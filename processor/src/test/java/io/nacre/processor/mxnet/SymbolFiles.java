package io.nacre.processor.mxnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes symbol files from a line for each node.
final class SymbolFiles {
  private static final Pattern NODE = Pattern.compile("(\\S+) ([^(=]+)\\(([^)]*)\\)(.*)");

  private SymbolFiles() {}

  /// A graph whose last node is the head.
  ///
  /// @param nodes a name for a variable, and for an operator `Concat c(a, b) dim=1; num_args=2`; an
  ///     input may be `split:1`, an attribute of a variable follows a space: `w __shape__=(3,)`
  static String of(String... nodes) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> written = new ArrayList<>();
    List<Integer> variables = new ArrayList<>();
    for (String text : nodes) {
      Matcher operator = NODE.matcher(text);
      if (operator.matches()) {
        written.add(
            node(
                operator.group(1),
                operator.group(2),
                operator.group(4),
                inputs(operator.group(3), places)));
        places.put(operator.group(2), places.size());
      } else {
        String[] words = text.split(" (?=__)", 2);
        variables.add(places.size());
        written.add(node("null", words[0], words.length == 1 ? "" : words[1], "[]"));
        places.put(words[0], places.size());
      }
    }
    return "{\"nodes\": [%s], \"arg_nodes\": %s, \"heads\": [[%d, 0, 0]], %s}"
        .formatted(
            String.join(",\n", written),
            variables,
            nodes.length - 1,
            "\"attrs\": {\"mxnet_version\": [\"int\", 10900]}");
  }

  private static String inputs(String names, Map<String, Integer> places) {
    return Arrays.stream(names.split(", "))
        .filter(name -> !name.isEmpty())
        .map(
            name -> {
              int colon = name.lastIndexOf(':');
              String node = colon < 0 ? name : name.substring(0, colon);
              return "[%d, %s, 0]"
                  .formatted(places.get(node), colon < 0 ? "0" : name.substring(colon + 1));
            })
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String node(String operator, String name, String attributes, String inputs) {
    String written =
        Arrays.stream(attributes.split(";"))
            .map(String::strip)
            .filter(attribute -> !attribute.isEmpty())
            .map(attribute -> attribute.split("=", 2))
            .map(parts -> "\"%s\": \"%s\"".formatted(parts[0], parts[1]))
            .collect(Collectors.joining(", ", "{", "}"));
    return "{\"op\": \"%s\", \"name\": \"%s\", \"attrs\": %s, \"inputs\": %s}"
        .formatted(operator, name, written, inputs);
  }
}
