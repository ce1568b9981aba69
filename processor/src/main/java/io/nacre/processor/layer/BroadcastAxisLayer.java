package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Some axes of size 1 stretched.
final class BroadcastAxisLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "BroadcastAxis";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    List<Integer> sizes = node.attributes().integers("size");
    int axes = node.attributes().integers("axis").size();
    if (sizes.size() != axes) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("size"),
          "size has %d number%s for %d ax%s"
              .formatted(
                  sizes.size(), sizes.size() == 1 ? "" : "s", axes, axes == 1 ? "is" : "es"),
          "write one size for each axis");
      return false;
    }
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i) < 1 && !BatchNumber.is(sizes.get(i))) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("size", i),
            "size = %d is not positive".formatted(sizes.get(i)),
            "use at least 1, or a multiple of BATCH");
        return false;
      }
    }
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    return sameRank(node);
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    Optional<List<Integer>> axes = Axes.checkAll(node, "axis", DATA, data.rank());
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    PartialShape stretched = data;
    for (int i = 0; i < axes.get().size(); i++) {
      int axis = axes.get().get(i);
      Dim old = data.dim(axis);
      // unlike by a whole shape, an axis that is not 1 is a mistake even if it has the size
      if (old.known() && !old.is(1)) {
        node.problem(
            ProblemId.SHAPE_MISMATCH,
            node.attributes().elementPlace("axis", i),
            "axis %d of %s %s has the size %s, and only 1 can be stretched"
                .formatted(axis, node.source(DATA), data, old),
            "name another axis, or none");
        return Optional.empty();
      }
      stretched =
          Features.with(stretched, axis, node.dim(node.attributes().integers("size").get(i)));
    }
    return Optional.of(stretched);
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    PartialShape back = output;
    for (int axis : Axes.of(node.attributes().integers("axis"), output.rank())) {
      back = Features.with(back, axis, Dim.ONE);
    }
    return back;
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().broadcast(node.argument(DATA), node.shape());
  }
}
