package io.nacre.processor.operator;

import io.nacre.processor.ir.Custom;
import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.operator.Signature.Input;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A layer that is a user's own operator: shapes by its signature, numbers by its kernel.
public final class CustomLayer implements Layer {
  private final CustomOperator operator;

  public CustomLayer(CustomOperator operator) {
    this.operator = operator;
  }

  public CustomOperator operator() {
    return operator;
  }

  @Override
  public String annotation() {
    return operator.type();
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return operator.signature().inputs().stream()
        .map(
            input ->
                input.name().equals("label")
                    ? Argument.label(input.name())
                    : Argument.data(input.name()))
        .toList();
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return operator.loss();
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    return operator.signature().inputs().stream()
        .noneMatch(input -> operator.has(operator.backward(input.name())));
  }

  /// A size that was found, and where.
  private record Found(Dim size, String where) {}

  @Override
  public void infer(Inference node) {
    node.sameType();
    Map<String, Found> sizes = new LinkedHashMap<>();
    for (Input input : operator.signature().inputs()) {
      if (!read(node, input, sizes)) {
        return;
      }
    }
    readOutput(node, sizes);
    Map<String, Dim> known = new LinkedHashMap<>();
    sizes.forEach((name, found) -> known.put(name, found.size()));
    for (Input input : operator.signature().inputs()) {
      Optional<PartialShape> shape = shape(node, input.axes(), known);
      if (shape.isEmpty()) {
        return;
      }
      node.shape(
          input.name(), shape.get(), ProblemId.SHAPE_MISMATCH, kind() + " takes " + input.text());
    }
    shape(node, operator.signature().output(), known).ifPresent(node::output);
  }

  private String kind() {
    return "@" + operator.name();
  }

  /// Takes the sizes of an input's axes; false if it cannot be right, which is reported.
  private boolean read(Inference node, Input input, Map<String, Found> sizes) {
    PartialShape shape = node.shape(input.name());
    if (!shape.hasRank()) {
      return true;
    }
    List<Axis> axes = input.axes();
    String source = node.source(input.name());
    if (shape.rank() != axes.size()) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge(input.name()),
          "%s is %s, but %s takes %s, which has %d ax%ss"
              .formatted(
                  source, shape, kind(), input.text(), axes.size(), axes.size() == 1 ? "i" : "e"),
          "reshape it to %d axes before".formatted(axes.size()));
      return false;
    }
    for (int i = 0; i < axes.size(); i++) {
      Dim size = shape.dim(i);
      if (!size.known()) {
        continue;
      }
      if (axes.get(i) instanceof Axis.Fixed fixed && !size.is(fixed.number())) {
        return differ(node, input, shape, i, size, fixed.text(), "the signature");
      }
      if (axes.get(i) instanceof Axis.Named named) {
        Found first =
            sizes.putIfAbsent(named.text(), new Found(size, "%s, %s".formatted(source, shape)));
        if (first != null && !first.size().equals(size)) {
          return differ(node, input, shape, i, size, first.size().toString(), first.where());
        }
      }
    }
    return true;
  }

  private boolean differ(
      Inference node,
      Input input,
      PartialShape shape,
      int axis,
      Dim size,
      String other,
      String where) {
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge(input.name()),
        "%s is %s: axis %d, %s of %s, is %s, but must be %s by %s"
            .formatted(
                node.source(input.name()),
                shape,
                axis,
                input.axes().get(axis).text(),
                kind(),
                size,
                other,
                where),
        "make axis %d of %s %s".formatted(axis, node.source(input.name()), other));
    return false;
  }

  private void readOutput(Inference node, Map<String, Found> sizes) {
    PartialShape output = node.output();
    List<Axis> axes = operator.signature().output();
    if (output.hasRank() && output.rank() == axes.size()) {
      for (int i = 0; i < axes.size(); i++) {
        if (axes.get(i) instanceof Axis.Named named && output.dim(i).known()) {
          sizes.putIfAbsent(named.text(), new Found(output.dim(i), "the output"));
        }
      }
    }
  }

  /// What is known of the shape; empty if a size is none, which is reported.
  private Optional<PartialShape> shape(
      Inference node, List<Axis> axes, Map<String, Dim> known) {
    List<Dim> dims = new ArrayList<>();
    for (Axis axis : axes) {
      if (!known.keySet().containsAll(axis.names())) {
        dims.add(Dim.UNKNOWN);
        continue;
      }
      try {
        dims.add(axis.size(known));
      } catch (Axis.NoSize e) {
        List<String> sizes =
            axis.names().stream().map(name -> name + " = " + known.get(name)).toList();
        node.problem(
            ProblemId.SHAPE_MISMATCH,
            node.edge(node.arguments().get(0)),
            "%s has the size %s; with %s it is none: %s"
                .formatted(kind(), axis.text(), String.join(", ", sizes), e.getMessage()),
            "change the shapes that it is given, or the signature of " + kind());
        return Optional.empty();
      }
    }
    return Optional.of(PartialShape.of(dims));
  }

  @Override
  public Value expand(Expansion node) {
    List<Optional<String>> backward =
        operator.signature().inputs().stream()
            .map(input -> operator.backward(input.name()))
            .map(method -> Optional.of(method).filter(name -> operator.has(name, node.type())))
            .toList();
    List<Object> attributes = new ArrayList<>();
    for (CustomOperator.Attribute attribute : operator.attributes()) {
      attributes.add(
          switch (attribute.type()) {
            case "int" -> node.attributes().integer(attribute.name());
            case "double" -> node.attributes().number(attribute.name());
            case "boolean" -> node.attributes().flag(attribute.name());
            default -> node.attributes().text(attribute.name());
          });
    }
    return node.emitter()
        .emit(
            new Custom(
                operator.kernel(),
                "forward",
                node.arguments(),
                attributes,
                node.shape(),
                node.type(),
                new Custom.Backward(backward, operator.loss())));
  }
}
