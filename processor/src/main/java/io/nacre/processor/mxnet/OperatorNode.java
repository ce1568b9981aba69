package io.nacre.processor.mxnet;

import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.Layers;
import io.nacre.processor.mxnet.SymbolFile.Entry;
import io.nacre.processor.mxnet.SymbolFile.Node;
import io.nacre.processor.problem.Place;
import io.nacre.processor.read.AnnotationUse;
import io.nacre.processor.read.AttributeValue;
import io.nacre.processor.read.LayerAnnotations;
import io.nacre.processor.resolve.DeclaredAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node of a file, or a call in a formula, as one of our layers.
///
/// @param use the annotation that would have declared it
/// @param mistakes what is wrong with its attributes
public record OperatorNode(Node node, AnnotationUse use, List<Mistake> mistakes) {

  /// @param missing whether a required attribute is missing
  public record Mistake(String fact, String hint, boolean missing) {}

  /// Empty if there is no such operator.
  static Optional<OperatorNode> of(Node node, LayerAnnotations annotations, Place place) {
    return Operators.of(node.operator()).map(row -> of(node, row, annotations, place));
  }

  /// A call of an operator.
  ///
  /// @param name one of the operator's names
  /// @param attributes as Python writes them
  /// @throws java.util.NoSuchElementException if there is no such operator
  public static OperatorNode called(
      String name,
      Map<String, String> attributes,
      int inputs,
      LayerAnnotations annotations,
      Place place) {
    List<Entry> entries = Collections.nCopies(inputs, new Entry(0, 0, 0));
    return of(new Node(name, "", attributes, entries), annotations, place).orElseThrow();
  }

  private static OperatorNode of(
      Node node, Operator row, LayerAnnotations annotations, Place place) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Object> values =
        row.decode(
            node.attributes(), (fact, hint) -> mistakes.add(new Mistake(fact, hint, false)));
    row.counter().ifPresent(counter -> checkCount(node, counter, mistakes));
    AnnotationUse use = annotations.use(row.annotation(), values, place);
    if (mistakes.isEmpty()) {
      row.attributes()
          .keySet()
          .forEach(
              attribute -> {
                AttributeValue value = use.attributes().get(row.javaName(attribute));
                boolean left =
                    row.isAlwaysWritten(attribute) && !node.attributes().containsKey(attribute);
                if (value.broken() || left) {
                  mistakes.add(
                      new Mistake(
                          row.name() + " needs the attribute " + attribute,
                          "it has " + String.join(", ", row.knownAttributes()),
                          true));
                }
              });
    }
    return new OperatorNode(node, use, mistakes);
  }

  private static void checkCount(Node node, String counter, List<Mistake> mistakes) {
    String count = node.attributes().get(counter);
    String inputs = Integer.toString(node.inputs().size());
    if (count != null && !count.equals(inputs)) {
      mistakes.add(
          new Mistake(
              "%s = \"%s\", but it has %s inputs".formatted(counter, count, inputs),
              "write " + counter + " = \"" + inputs + "\"",
              false));
    }
  }

  boolean isRight() {
    return mistakes.isEmpty();
  }

  private Layer layer() {
    return Layers.of(use.name()).orElseThrow();
  }

  /// The operator's arguments, in MXNet's order.
  List<Argument> arguments() {
    return layer().arguments(new DeclaredAttributes(use), node.inputs().size());
  }

  /// The names of the arguments, in MXNet's order.
  public List<String> argumentNames() {
    return arguments().stream().map(Argument::name).toList();
  }

  /// Whether it has no weights, states or labels.
  public boolean takesDataOnly() {
    return Operators.of(node.operator()).orElseThrow().arguments(node.inputs().size()).stream()
        .allMatch(argument -> argument.role() == Operator.Role.DATA);
  }

  /// MXNet's names of the outputs that can be taken.
  public List<String> outputs() {
    return layer().outputs(new DeclaredAttributes(use));
  }
}
