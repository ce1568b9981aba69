package io.nacre.processor.mxnet;

import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Brings a file of an older MXNet to what 1.9.1 makes of it when it loads it.
final class SymbolUpgrade {
  /// What 1.9.1 writes as its version.
  static final int CURRENT = 10900;

  private static final int STATES_IN_FILES = 900;
  private static final int INITIALIZERS_IN_FILES = 904;
  private static final int OPTIONAL_AXIS = 905;

  /// User's attributes that once had no underscores.
  private static final List<String> HIDDEN =
      List.of("ctx_group", "lr_mult", "wd_mult", "force_mirroring", "mirror_stage");

  private final Function<Node, List<String>> inputNames;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Map<String, String>> attributes = new ArrayList<>();

  private SymbolUpgrade(Function<Node, List<String>> inputNames) {
    this.inputNames = inputNames;
  }

  /// @param inputNames MXNet's names of all inputs that a node of an operator has; empty if the
  ///     operator is not known
  static SymbolFile upgrade(
      SymbolReader.Versioned read, Function<Node, List<String>> inputNames) {
    return read.version() >= CURRENT
        ? read.file()
        : new SymbolUpgrade(inputNames).run(read.file(), read.version());
  }

  private SymbolFile run(SymbolFile file, int version) {
    List<Integer> moved = new ArrayList<>();
    for (Node old : file.nodes()) {
      List<Entry> inputs = new ArrayList<>();
      for (Entry input : old.inputs()) {
        inputs.add(new Entry(moved.get(input.node()), input.output(), input.version()));
      }
      Map<String, String> kept = new TreeMap<>(old.attributes());
      List<String> hidden = kept.keySet().stream().filter(SymbolUpgrade::isHidden).toList();
      hidden.forEach(kept::remove);
      Node bare = new Node(old.operator(), old.name(), kept, inputs);
      List<String> names = bare.isVariable() ? List.of() : inputNames.apply(bare);
      for (String key : hidden) {
        hide(key, old.attributes().get(key), kept, names, inputs);
      }
      if (version < STATES_IN_FILES) {
        for (int i = inputs.size(); i < names.size(); i++) {
          inputs.add(new Entry(nodes.size(), 0, 0));
          add(Node.variable(old.name() + "_" + names.get(i), Map.of()), new TreeMap<>(kept));
        }
      }
      if (version < INITIALIZERS_IN_FILES) {
        initialize(bare, inputs);
      }
      if (version < OPTIONAL_AXIS && isMinusOneArgmax(bare)) {
        kept.remove("axis");
      }
      moved.add(nodes.size());
      add(new Node(old.operator(), old.name(), Map.of(), inputs), kept);
    }
    List<Node> finished = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      finished.add(new Node(node.operator(), node.name(), attributes.get(i), node.inputs()));
    }
    List<Entry> heads =
        file.heads().stream()
            .map(head -> new Entry(moved.get(head.node()), head.output(), head.version()))
            .toList();
    return new SymbolFile(finished, heads, file.numpyShapes());
  }

  private void add(Node node, Map<String, String> changeable) {
    nodes.add(node);
    attributes.add(changeable);
  }

  private static boolean isHidden(String attribute) {
    return HIDDEN.stream()
        .anyMatch(key -> attribute.startsWith(key) || attribute.endsWith(key));
  }

  /// `lr_mult` becomes `__lr_mult__`; `weight_lr_mult` becomes the weight's, if it is a variable.
  private void hide(
      String key,
      String value,
      Map<String, String> own,
      List<String> inputNames,
      List<Entry> inputs) {
    for (String hidden : HIDDEN) {
      if (key.equals(hidden)) {
        own.put("__" + hidden + "__", value);
        return;
      }
      if (key.endsWith("_" + hidden)) {
        int input = inputNames.indexOf(key.substring(0, key.length() - hidden.length() - 1));
        boolean taken = input >= 0 && input < inputs.size();
        if (taken && nodes.get(inputs.get(input).node()).isVariable()) {
          attributes.get(inputs.get(input).node()).put("__" + hidden + "__", value);
          return;
        }
      }
    }
    own.put(key, value);
  }

  /// The first values that operators set for their variables since 0.9.4.
  private void initialize(Node operator, List<Entry> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      int input = inputs.get(i).node();
      Optional<String> first = Initializers.of(operator, i);
      if (nodes.get(input).isVariable()) {
        first.ifPresent(text -> attributes.get(input).putIfAbsent(Initializers.KEY, text));
      }
    }
  }

  private static boolean isMinusOneArgmax(Node node) {
    return (node.operator().equals("argmax") || node.operator().equals("argmin"))
        && "-1".equals(node.attributes().get("axis"));
  }
}
