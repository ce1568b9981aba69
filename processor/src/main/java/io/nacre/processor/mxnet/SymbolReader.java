package io.nacre.processor.mxnet;

import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.problem.Similar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads MXNet's symbol JSON, as the versions 0.8 to 1.9 wrote it.
final class SymbolReader {
  /// Files without a version are of 0.8.0 or older.
  private static final int OLDEST = 800;

  private static final int LONGEST_NAME = 1000;

  private static final List<String> KEYS =
      List.of("nodes", "arg_nodes", "heads", "node_row_ptr", "attrs");
  private static final List<String> REQUIRED = List.of("nodes", "arg_nodes", "heads");

  private static final List<String> NODE_KEYS =
      List.of(
          "op",
          "name",
          "inputs",
          "attrs",
          "attr",
          "param",
          "control_deps",
          "subgraphs",
          "backward_source_id");

  private static final List<String> NODE_REQUIRED = List.of("op", "name", "inputs");

  private final JsonValues json;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Entry> heads = new ArrayList<>();
  private final List<Integer> variables = new ArrayList<>();
  private int version = OLDEST;
  private boolean numpyShapes;

  private SymbolReader(JsonValues json) {
    this.json = json;
  }

  /// A file as it is, still to be brought up to date.
  ///
  /// @param version that of the MXNet that wrote it: 10900 is 1.9.0
  record Versioned(SymbolFile file, int version) {}

  /// @throws BadFile if the text is no symbol file
  /// @throws IOException if it cannot be read
  static Versioned read(InputStream text) throws IOException, BadFile {
    try (JsonValues json = new JsonValues(text)) {
      return new SymbolReader(json).document();
    }
  }

  private Versioned document() throws IOException, BadFile {
    Set<String> seen = new HashSet<>();
    json.document(
        key -> {
          json.requireNew(key, seen);
          seen.add(key);
          switch (key) {
            case "nodes" -> json.array("nodes", this::node);
            case "arg_nodes" -> variables.addAll(json.numbers("arg_nodes"));
            case "heads" ->
                json.array("heads", () -> heads.add(entry(json.elementNumbers("heads"), "heads")));
            case "node_row_ptr" -> json.numbers("node_row_ptr");
            case "attrs" -> json.object("attrs", this::graphAttribute);
            default -> throw unknown("the file", key, KEYS);
          }
        });
    requireAll("the file", REQUIRED, seen);
    checkVariables();
    checkHeads();
    return new Versioned(new SymbolFile(nodes, heads, numpyShapes), version);
  }

  private void graphAttribute(String key) throws IOException, BadFile {
    List<Integer> numbers = json.tagged("int", "attrs." + key);
    if (key.equals("mxnet_version") && numbers.size() == 1) {
      version = numbers.get(0);
    } else if (key.equals("is_np_shape") && numbers.size() == 1) {
      numpyShapes = numbers.get(0) != 0;
    }
  }

  private void node() throws IOException, BadFile {
    int line = json.line();
    Set<String> seen = new HashSet<>();
    Map<String, String> attributes = new HashMap<>();
    List<List<Integer>> inputs = new ArrayList<>();
    String[] names = new String[2];
    json.elementObject(
        "a node",
        key -> {
          String what = "node " + (names[1] == null ? nodes.size() : names[1]) + ": " + key;
          json.requireNew(key, seen);
          seen.add(key);
          switch (key) {
            case "op" -> names[0] = json.text(what);
            case "name" -> names[1] = json.text(what);
            case "inputs" -> json.array(what, () -> inputs.add(json.elementNumbers(what)));
            case "attrs", "attr" -> attributes.putAll(json.texts(what));
            case "param" -> json.texts(what).forEach(attributes::putIfAbsent);
            case "backward_source_id" -> json.number(what);
            case "control_deps" -> requireEmpty(what);
            case "subgraphs" -> requireEmpty(what);
            default -> throw unknown("a node", key, NODE_KEYS);
          }
        });
    requireAll("line " + line + ": node " + nodes.size(), NODE_REQUIRED, seen);
    add(names[0], names[1], attributes, inputs);
  }

  private void add(
      String operator, String name, Map<String, String> attributes, List<List<Integer>> inputs)
      throws BadFile {
    if (name.isEmpty()) {
      throw json.wrong("node " + nodes.size() + " has an empty name", "give it one");
    }
    if (Math.max(name.length(), operator.length()) > LONGEST_NAME) {
      throw json.wrong(
          "node %d has a name of more than %d letters".formatted(nodes.size(), LONGEST_NAME), "");
    }
    Integer same = places.putIfAbsent(name, nodes.size());
    if (same != null) {
      throw json.wrong(
          "nodes " + same + " and " + nodes.size() + " are both named " + name,
          "rename one of them");
    }
    if (operator.equals(SymbolFile.VARIABLE) && !inputs.isEmpty()) {
      throw json.wrong("node " + name + " is a variable, but has inputs", "");
    }
    List<Entry> entries = new ArrayList<>();
    for (List<Integer> input : inputs) {
      entries.add(entry(input, "node " + name + ": inputs"));
    }
    nodes.add(new Node(operator, name, attributes, entries));
  }

  /// `[node, output]` or `[node, output, version]`.
  private Entry entry(List<Integer> numbers, String what) throws BadFile {
    boolean negative = numbers.stream().anyMatch(number -> number < 0);
    if (numbers.size() < 2 || numbers.size() > 3 || negative) {
      throw json.wrong(
          what + " has " + text(numbers) + ", which is no output of a node",
          "an output is [node, output, version]");
    }
    if (numbers.get(0) >= nodes.size() && !what.equals("heads")) {
      throw json.wrong(
          "%s has %s, but only the nodes before it can be taken: 0 to %d"
              .formatted(what, text(numbers), nodes.size() - 1),
          "each node comes after those that it takes");
    }
    return new Entry(numbers.get(0), numbers.get(1), numbers.size() == 3 ? numbers.get(2) : 0);
  }

  private static String text(List<Integer> numbers) {
    return numbers.size() <= 4 ? numbers.toString() : "a list of " + numbers.size() + " numbers";
  }

  private void requireEmpty(String what) throws IOException, BadFile {
    json.array(
        what,
        () -> {
          throw json.wrong(what + " is not supported", "only graphs of plain operators are");
        });
  }

  /// The heads may be written before the nodes.
  private void checkHeads() throws BadFile {
    if (heads.isEmpty()) {
      throw new BadFile("heads is empty: the graph has no output", "");
    }
    Set<List<Integer>> seen = new HashSet<>();
    for (Entry head : heads) {
      if (head.node() >= nodes.size()) {
        throw new BadFile(
            "heads has node %d, but there are only the nodes 0 to %d"
                .formatted(head.node(), nodes.size() - 1),
            "");
      }
      if (!seen.add(List.of(head.node(), head.output()))) {
        throw new BadFile(
            "heads has output %d of %s twice"
                .formatted(head.output(), nodes.get(head.node()).name()),
            "list each output once");
      }
    }
  }

  private void checkVariables() throws BadFile {
    for (int variable : variables) {
      if (variable < 0 || variable >= nodes.size() || !nodes.get(variable).isVariable()) {
        throw new BadFile("arg_nodes has node " + variable + ", which is no variable", "");
      }
    }
  }

  private BadFile unknown(String where, String key, List<String> known) {
    String near = Similar.hint(key, known);
    return json.wrong(
        where + " has an unknown key " + shortened(key),
        (near.isEmpty() ? "" : near + " ")
            + "known are "
            + String.join(", ", new TreeSet<>(known)));
  }

  private static String shortened(String key) {
    return key.length() > 40 ? key.substring(0, 40) + "..." : key;
  }

  private static void requireAll(String where, List<String> required, Set<String> seen)
      throws BadFile {
    for (String key : required) {
      if (!seen.contains(key)) {
        throw new BadFile(
            where + " has no key " + key, "required are " + String.join(", ", required));
      }
    }
  }
}
