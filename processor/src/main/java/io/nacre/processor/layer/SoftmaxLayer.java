package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Softmax along an axis, of the numbers, of their negatives, or its logarithm.
record SoftmaxLayer(String annotation, Kind kind) implements Layer {

  /// What is computed of `z = x / temperature`.
  enum Kind {
    /// `softmax(z)`, of only the first elements of a row with `useLength`
    SOFTMAX,
    /// `ln softmax(z)`
    LOG,
    /// `softmax(-z)`
    NEGATIVE
  }

  private boolean usesLength(Attributes attributes) {
    return kind == Kind.SOFTMAX && attributes.flag("useLength");
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return usesLength(attributes)
        ? List.of(Argument.data("data"), Argument.data("length"))
        : List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("length", TypeRule.INDEX);
    if (!temperature(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "data", data.rank());
    if (axis.isPresent() && usesLength(node.attributes())) {
      inferLength(node, data, axis.get());
    }
  }

  private static boolean temperature(Inference node) {
    String hint = "use a number such as 2; 1 leaves the input as it is";
    if (!NumberCheck.finite(node, "temperature", hint)) {
      return false;
    }
    if (node.attributes().number("temperature") != 0) {
      return true;
    }
    NumberCheck.report(node, "temperature", "would divide by zero", hint);
    return false;
  }

  private static void inferLength(Inference node, PartialShape data, int axis) {
    List<Dim> rows = new ArrayList<>(data.dims());
    rows.remove(axis);
    PartialShape length = node.shape("length");
    if (length.unify(PartialShape.of(rows)).isEmpty()) {
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge("length"),
          "length %s is %s, but %s without axis %d is %s"
              .formatted(
                  node.source("length"),
                  length,
                  node.source("data"),
                  axis,
                  PartialShape.of(rows)),
          "give it one number for each row: %s".formatted(PartialShape.of(rows)));
      return;
    }
    node.shape("length", PartialShape.of(rows), ProblemId.SHAPE_MISMATCH);
    PartialShape known = node.shape("length");
    if (known.hasRank()) {
      List<Dim> back = new ArrayList<>(known.dims());
      back.add(axis, Dim.UNKNOWN);
      node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    double temperature = node.attributes().number("temperature");
    Value z = e.divide(x, e.constant(temperature, x));
    SoftmaxTerms terms = new SoftmaxTerms(e, axis, node.training());
    if (usesLength(node.attributes())) {
      Value length = e.reshape(node.argument("length"), x.shape().with(axis, Dim.ONE));
      return terms.softmax(z, length);
    }
    return switch (kind) {
      case SOFTMAX -> terms.softmax(z);
      case LOG -> terms.logSoftmax(z);
      case NEGATIVE -> terms.softmax(e.negate(z));
    };
  }
}
