package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Attributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What an annotation is to MXNet: an operator, some of whose attributes the annotation's name may stand
/// for.
final class ShortForm {
  private final Operator row;
  private final Map<String, String> set = new HashMap<>();
  private final Set<String> absent = new HashSet<>();

  ShortForm(Operator row) {
    this.row = row;
  }

  /// Says what the annotation's name stands for.
  ShortForm with(String attribute, String value) {
    set.put(attribute, value);
    absent.add(attribute);
    return this;
  }

  /// Says which of the operator's attributes the annotation does not have.
  ShortForm without(String... attributes) {
    absent.addAll(List.of(attributes));
    return this;
  }

  Operator row() {
    return row;
  }

  /// The operator's attributes that the annotation has.
  List<String> attributes() {
    return row.attributes().keySet().stream().filter(name -> !absent.contains(name)).toList();
  }

  /// MXNet's attributes of a node: those that its name stands for, and those that are written.
  ///
  /// @param axes how many spatial axes the node's data has
  /// @param inputs how many inputs it has
  Map<String, String> encode(Attributes node, int axes, int inputs) {
    Map<String, String> texts = new TreeMap<>(set);
    for (String attribute : attributes()) {
      String java = row.javaName(attribute);
      if (node.written(java) || row.isAlwaysWritten(attribute)) {
        texts.put(attribute, row.attributes().get(attribute).encode(node, java, axes));
      }
    }
    row.counter().ifPresent(counter -> texts.put(counter, Integer.toString(inputs)));
    row.complete(texts);
    return texts;
  }
}
