package io.nacre.processor.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How one of MXNet's operators is written as an annotation: a row of [Operators].
final class Operator {

  /// What an argument is to the operator.
  enum Role {
    /// Given by the model.
    DATA,
    /// Trained, and without the batch.
    PARAMETER,
    /// Updated by training, and without the batch.
    STATE,
    /// The expected result.
    LABEL
  }

  /// @param name MXNet's name of the argument
  record Argument(String name, Role role) {}

  /// The Java text of an attribute's value; empty to leave the attribute out.
  interface Attribute extends Function<String, Optional<String>> {}

  private final String annotation;
  private final List<Argument> arguments = new ArrayList<>();
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final Map<String, String> javaNames = new LinkedHashMap<>();
  private boolean batchFirst;
  private boolean anyNumber;
  private boolean fixedBatch;
  private BiFunction<List<Integer>, Map<String, String>, List<Integer>> labelShape;

  Operator(String annotation) {
    this.annotation = annotation;
  }

  Operator data(String name) {
    arguments.add(new Argument(name, Role.DATA));
    return this;
  }

  Operator parameters(String... names) {
    for (String name : names) {
      arguments.add(new Argument(name, Role.PARAMETER));
    }
    return this;
  }

  /// Auxiliary states.
  Operator states(String... names) {
    for (String name : names) {
      arguments.add(new Argument(name, Role.STATE));
    }
    return this;
  }

  /// Says that the operator takes any number of the last argument, MXNet's `arg0`, `arg1`, ...
  Operator anyNumber() {
    anyNumber = true;
    return this;
  }

  /// Says that axes change places or merge, so that nobody knows where the batch goes: a graph with
  /// the operator has no N.
  Operator fixedBatch() {
    fixedBatch = true;
    return this;
  }

  /// @param shape the label's shape where none is given, for the shape of the data and MXNet's
  ///     attributes
  Operator label(BiFunction<List<Integer>, Map<String, String>, List<Integer>> shape) {
    arguments.add(new Argument("label", Role.LABEL));
    labelShape = shape;
    return this;
  }

  /// Says that the first axis of the data is the batch, not just any.
  Operator batchFirst() {
    batchFirst = true;
    return this;
  }

  Operator attribute(String mxnet, String java, Attribute attribute) {
    attributes.put(mxnet, attribute);
    javaNames.put(mxnet, java);
    return this;
  }

  /// Attributes that make no difference to the results.
  Operator ignoring(String... names) {
    for (String name : names) {
      attributes.put(name, value -> Optional.empty());
    }
    return this;
  }

  /// An attribute of which only some values are supported, all meaning the same.
  Operator only(String name, String... values) {
    attributes.put(
        name,
        value -> {
          if (!List.of(values).contains(value)) {
            throw new UnsupportedOperator(value);
          }
          return Optional.empty();
        });
    return this;
  }

  /// The arguments of a node with that many inputs.
  List<Argument> arguments(int inputs) {
    List<Argument> all = new ArrayList<>(arguments);
    while (anyNumber && all.size() < inputs) {
      all.add(arguments.getLast());
    }
    return all;
  }

  boolean isFixedBatch() {
    return fixedBatch;
  }

  boolean isBatchFirst() {
    return batchFirst;
  }

  List<Integer> labelShape(List<Integer> data, Map<String, String> nodeAttributes) {
    return labelShape.apply(data, nodeAttributes);
  }

  /// `@Conv(filters = 4, kernel = {3, 2})`
  String annotation(SymbolJson.Node node) {
    List<String> texts = new ArrayList<>();
    node.attributes()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("__")) {
                text(node, name, value).ifPresent(texts::add);
              }
            });
    String all = String.join(", ", texts);
    return "@" + annotation + (texts.isEmpty() ? "" : "(" + all + ")");
  }

  private Optional<String> text(SymbolJson.Node node, String name, String value) {
    Attribute attribute = attributes.get(name);
    if (attribute == null) {
      throw new UnsupportedOperator(node.operator() + " " + name);
    }
    try {
      return attribute.apply(value).map(text -> javaNames.get(name) + " = " + text);
    } catch (UnsupportedOperator e) {
      throw new UnsupportedOperator(node.operator() + " " + name + "=" + e.getMessage());
    }
  }
}
