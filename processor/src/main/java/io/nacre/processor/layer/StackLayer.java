package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.Optional;

/// The arguments one after another along a new axis.
final class StackLayer extends JoiningLayer {
  @Override
  public String annotation() {
    return "Stack";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    PartialShape output = node.output();
    PartialShape like =
        output.hasRank() && output.rank() > 0
            ? PartialShape.ofRank(output.rank() - 1)
            : PartialShape.UNKNOWN;
    Optional<String> first = sameRank(node, like);
    if (first.isEmpty()) {
      return;
    }
    int rank = node.shape(first.get()).rank();
    Optional<Integer> axis = Axes.checkNew(node, "axis", first.get(), rank);
    Optional<PartialShape> common = axis.flatMap(known -> common(node, -1));
    if (common.isEmpty()) {
      return;
    }
    Dim count = Dim.of(node.arguments().size());
    node.output(Features.inserted(common.get(), axis.get(), count));
    output = node.output();
    if (output.hasRank() && output.rank() == rank + 1) {
      PartialShape one = Features.without(output, axis.get());
      node.arguments().forEach(each -> node.shape(each, one, ProblemId.SHAPE_MISMATCH));
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    int axis = Axes.of(node.attributes().integer("axis"), node.shape().rank());
    Shape one = node.shape().with(axis, Dim.ONE);
    return e.concat(node.arguments().stream().map(value -> e.reshape(value, one)).toList(), axis);
  }
}
