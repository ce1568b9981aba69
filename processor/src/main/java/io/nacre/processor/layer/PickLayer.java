package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// `y[o,c] = data[o, index[o,c], c]`, along one axis of the data.
final class PickLayer implements Layer {
  @Override
  public String annotation() {
    return "Pick";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.data("index"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("index", TypeRule.INDEX);
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "data", data.rank());
    if (axis.isEmpty()) {
      return;
    }
    int at = axis.get();
    PartialShape kept = Features.with(data, at, Dim.ONE);
    PartialShape dropped = AxisView.without(data, at);
    boolean keep = node.attributes().flag("keepdims");
    node.output(keep ? kept : dropped);
    inferIndex(node, kept, dropped);
    for (PartialShape other : List.of(node.output(), node.shape("index"))) {
      if (other.hasRank()) {
        node.shape("data", back(other, at, data.rank()), ProblemId.SHAPE_MISMATCH);
      }
    }
  }

  private static void inferIndex(Inference node, PartialShape kept, PartialShape dropped) {
    PartialShape index = node.shape("index");
    if (!index.hasRank()) {
      node.shape("index", dropped, ProblemId.SHAPE_MISMATCH);
      return;
    }
    PartialShape fitting = index.unify(kept).isPresent() ? kept : dropped;
    if (index.unify(fitting).isPresent()) {
      node.shape("index", fitting, ProblemId.SHAPE_MISMATCH);
      return;
    }
    node.problem(
        ProblemId.SHAPE_MISMATCH,
        node.edge("index"),
        "index %s is %s, but for data %s %s it must be %s or %s"
            .formatted(
                node.source("index"), index, node.source("data"), node.shape("data"), dropped,
                kept),
        "give %s the shape %s: an index for each element of the output"
            .formatted(node.source("index"), dropped));
  }

  /// What a shape with or without the axis says of the data.
  private static PartialShape back(PartialShape shape, int axis, int rank) {
    PartialShape whole = shape.rank() == rank ? shape : AxisView.with(shape, axis);
    return Features.with(whole, axis, Dim.UNKNOWN);
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), data.shape().rank());
    Value picked =
        new AxisView(data, axis)
            .gatherElements(
                node.emitter(),
                Gather.Mode.valueOf(node.attributes().constant("mode")),
                node.indices("index"));
    return node.emitter().reshape(picked, node.shape());
  }
}
