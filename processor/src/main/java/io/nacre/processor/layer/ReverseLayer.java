package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The last element of an axis comes first.
final class ReverseLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Reverse";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    if (!node.attributes().integers("axis").isEmpty()) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("axis"),
        "axis names no axis to turn around",
        "name at least one, such as axis = 1");
    return false;
  }

  @Override
  OptionalInt rank(Inference node) {
    return sameRank(node);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    return Axes.checkAll(node, "axis", DATA, data.rank()).map(axes -> data);
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return output;
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    Shape shape = data.shape();
    List<Range> ranges = new ArrayList<>(Range.whole(shape));
    for (int axis : Axes.of(node.attributes().integers("axis"), shape.rank())) {
      ranges.set(axis, new Range(0, shape.dim(axis), -1));
    }
    return node.emitter().slice(data, ranges);
  }
}
