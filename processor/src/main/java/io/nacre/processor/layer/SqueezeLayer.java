package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Without axes of size 1: those that are named, or all.
final class SqueezeLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Squeeze";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    Optional<List<Integer>> axes = Axes.checkAll(node, "axis", DATA, data.rank());
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < axes.get().size(); i++) {
      Dim dim = data.dim(axes.get().get(i));
      if (dim.known() && !dim.is(1)) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("axis", i),
            "axis %d of %s %s has the size %s, not 1"
                .formatted(axes.get().get(i), node.source(DATA), data, dim),
            wayOut(data));
        return Optional.empty();
      }
    }
    boolean open = axes.get().isEmpty() && !data.complete();
    return Optional.of(
        open ? PartialShape.UNKNOWN : PartialShape.of(kept(axes.get(), data, data.dims())));
  }

  private static String wayOut(PartialShape data) {
    String ones =
        IntStream.range(0, data.rank())
            .filter(axis -> data.dim(axis).is(1))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", "{", "}"));
    return ones.equals("{}")
        ? "no axis has the size 1: leave this layer out"
        : "name axes of size 1: axis = " + ones;
  }

  /// What is left of `dims`, which belong to the axes of `data`, without the axes that go.
  private static List<Dim> kept(List<Integer> axes, PartialShape data, List<Dim> dims) {
    List<Integer> kept =
        IntStream.range(0, data.rank())
            .filter(axis -> axes.isEmpty() ? !data.dim(axis).is(1) : !axes.contains(axis))
            .boxed()
            .toList();
    // of a shape of nothing but ones an axis stays, as in MXNet
    return kept.isEmpty() && data.rank() > 0
        ? List.of(Dim.ONE)
        : kept.stream().map(dims::get).toList();
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> axes = Axes.of(node.attributes().integers("axis"), data.rank());
    if (axes.isEmpty() || axes.size() == data.rank()) {
      return data;
    }
    List<Dim> dims = new ArrayList<>();
    int next = 0;
    for (int axis = 0; axis < data.rank(); axis++) {
      dims.add(axes.contains(axis) ? Dim.ONE : output.dim(next++));
    }
    return PartialShape.of(dims);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().reshape(node.argument(DATA), node.shape());
  }
}
