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

/// The whole input, several times along each axis.
final class TileLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Tile";
  }

  @Override
  boolean check(Inference node) {
    List<Integer> reps = node.attributes().integers("reps");
    for (int i = 0; i < reps.size(); i++) {
      if (reps.get(i) < 1) {
        node.problem(
            ProblemId.BAD_ATTRIBUTE,
            node.attributes().elementPlace("reps", i),
            "reps = %d is not positive".formatted(reps.get(i)),
            "use at least 1, which leaves an axis as it is");
        return false;
      }
    }
    return true;
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    List<Integer> reps = reps(node.attributes(), data.rank());
    List<Dim> dims = new ArrayList<>();
    for (int axis = 0; axis < reps.size(); axis++) {
      int old = axis - (reps.size() - data.rank());
      Dim dim = old < 0 ? Dim.ONE : data.dim(old);
      dims.add(dim.times(Dim.of(reps.get(axis))).orElse(Dim.UNKNOWN));
    }
    return Optional.of(PartialShape.of(dims));
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    List<Integer> reps = reps(node.attributes(), data.rank());
    List<Dim> dims = new ArrayList<>();
    for (int axis = reps.size() - data.rank(); axis < reps.size(); axis++) {
      dims.add(output.dim(axis).dividedBy(Dim.of(reps.get(axis))).orElse(Dim.UNKNOWN));
    }
    return PartialShape.of(dims);
  }

  /// The numbers with ones before them, as many as the output has axes.
  private static List<Integer> reps(Attributes attributes, int rank) {
    List<Integer> written = attributes.integers("reps");
    List<Integer> reps =
        new ArrayList<>(Collections.nCopies(Math.max(0, rank - written.size()), 1));
    reps.addAll(written);
    return reps;
  }

  /// An axis of size 1 before each that is repeated, stretched: d becomes 1 x d, r x d, r * d.
  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument(DATA);
    List<Integer> reps = reps(node.attributes(), data.shape().rank());
    List<Dim> apart = new ArrayList<>();
    List<Dim> stretched = new ArrayList<>();
    for (int axis = 0; axis < reps.size(); axis++) {
      int old = axis - (reps.size() - data.shape().rank());
      if (reps.get(axis) > 1) {
        apart.add(Dim.ONE);
        stretched.add(Dim.of(reps.get(axis)));
      }
      if (old >= 0) {
        apart.add(data.shape().dim(old));
        stretched.add(data.shape().dim(old));
      }
    }
    Value copies = e.broadcast(e.reshape(data, new Shape(apart)), new Shape(stretched));
    return e.reshape(copies, node.shape());
  }
}
