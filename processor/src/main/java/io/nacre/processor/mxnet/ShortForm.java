package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Attributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What an annotation is to MXNet: an operator, with some attributes set by the annotation's name.
final class ShortForm {
  private final Operator row;
  private final Map<String, String> fixed;
  private final Set<String> absent;

  /// @param fixed the attributes that the name stands for; none for an annotation like the operator
  ShortForm(Operator row, Map<String, String> fixed) {
    this.row = row;
    this.fixed = fixed;
    this.absent = new HashSet<>(fixed.keySet());
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
    Map<String, String> texts = new TreeMap<>(fixed);
    for (String attribute : attributes()) {
      String java = row.javaName(attribute);
      if (node.written(java)) {
        texts.put(attribute, row.attributes().get(attribute).encode(node, java, axes));
      }
    }
    row.counter().ifPresent(counter -> texts.put(counter, Integer.toString(inputs)));
    return texts;
  }
}
