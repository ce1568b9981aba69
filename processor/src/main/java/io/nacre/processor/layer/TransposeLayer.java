package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Axis i of the output is axis `axes[i]` of the data.
final class TransposeLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Transpose";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  OptionalInt rank(Inference node) {
    List<Integer> axes = node.attributes().integers("axes");
    // a wrong number of axes is told in better words below
    return axes.isEmpty() || node.shape(DATA).hasRank()
        ? sameRank(node)
        : OptionalInt.of(axes.size());
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    int rank = data.rank();
    Optional<List<Integer>> axes = Axes.checkAll(node, "axes", DATA, rank);
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    if (!axes.get().isEmpty() && axes.get().size() != rank) {
      List<Integer> all = new ArrayList<>(axes.get());
      IntStream.range(0, rank).filter(axis -> !axes.get().contains(axis)).forEach(all::add);
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("axes"),
          "axes names %d of the %d axes of %s %s"
              .formatted(axes.get().size(), rank, node.source(DATA), data),
          "name each axis once, such as axes = "
              + all.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}")));
      return Optional.empty();
    }
    return Optional.of(
        PartialShape.of(order(node.attributes(), rank).stream().map(data::dim).toList()));
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> order = order(node.attributes(), output.rank());
    List<Dim> dims = new ArrayList<>(Collections.nCopies(output.rank(), Dim.UNKNOWN));
    for (int axis = 0; axis < order.size(); axis++) {
      dims.set(order.get(axis), output.dim(axis));
    }
    return PartialShape.of(dims);
  }

  private static List<Integer> order(Attributes attributes, int rank) {
    List<Integer> axes = attributes.integers("axes");
    return axes.isEmpty()
        ? IntStream.range(0, rank).map(i -> rank - 1 - i).boxed().toList()
        : Axes.of(axes, rank);
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument(DATA);
    return node.emitter().transpose(data, order(node.attributes(), data.shape().rank()));
  }
}
