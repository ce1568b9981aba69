package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which axes a reduction combines, and the shape that is left.
///
/// The attribute `axis` names them, none for all; `exclude` turns the choice around. With
/// `keepdims` they stay as axes of size 1. A shape without axes becomes `1`, as in MXNet.
///
/// @param axes the combined axes, ascending
/// @param rank the number of axes of the input
record ReducedAxes(List<Integer> axes, int rank, boolean keepdims) {

  /// Relates the shapes of `data` and the output.
  ///
  /// @param excludes whether the layer has the attribute `exclude`
  static void infer(Inference node, boolean excludes) {
    node.sameType();
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    Optional<List<Integer>> named = Axes.checkAll(node, "axis", "data", data.rank());
    if (named.isEmpty()) {
      return;
    }
    of(named.get(), data.rank(), node.attributes(), excludes).relate(node, data);
  }

  /// The axes of a reduction that has been checked.
  static ReducedAxes of(Attributes attributes, int rank, boolean excludes) {
    return of(Axes.of(attributes.integers("axis"), rank), rank, attributes, excludes);
  }

  private static ReducedAxes of(
      List<Integer> named, int rank, Attributes attributes, boolean excludes) {
    boolean others = excludes && attributes.flag("exclude");
    List<Integer> axes =
        IntStream.range(0, rank)
            .filter(axis -> named.isEmpty() || named.contains(axis) != others)
            .boxed()
            .toList();
    return new ReducedAxes(axes, rank, attributes.flag("keepdims"));
  }

  /// Relates `data` and the output in both directions: the axes that stay are the same.
  void relate(Inference node, PartialShape data) {
    node.output(PartialShape.of(left(data.dims())));
    PartialShape output = node.output();
    if (!output.hasRank() || output.rank() != left(data.dims()).size()) {
      return;
    }
    List<Dim> back = new ArrayList<>(Collections.nCopies(rank, Dim.UNKNOWN));
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      if (!axes.contains(axis)) {
        back.set(axis, output.dim(next));
      }
      next += axes.contains(axis) && !keepdims ? 0 : 1;
    }
    node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
  }

  private List<Dim> left(List<Dim> dims) {
    List<Dim> left = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (!axes.contains(axis)) {
        left.add(dims.get(axis));
      } else if (keepdims) {
        left.add(Dim.ONE);
      }
    }
    return left.isEmpty() ? List.of(Dim.ONE) : left;
  }

  /// How many elements are combined into one.
  Dim count(Shape data) {
    Dim count = Dim.ONE;
    for (int axis : axes) {
      count = count.times(data.dim(axis)).orElseThrow();
    }
    return count;
  }

  /// A result that still has the combined axes with size 1, in the shape of the output.
  Value result(Emitter e, Value reduced) {
    return e.reshape(reduced, new Shape(left(reduced.shape().dims())));
  }
}
