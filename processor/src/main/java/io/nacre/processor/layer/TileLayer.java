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
  public boolean movesElements() {
    return true;
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

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value tiled = node.argument(DATA);
    List<Integer> reps = reps(node.attributes(), tiled.shape().rank());
    List<Dim> dims = new ArrayList<>(tiled.shape().dims());
    while (dims.size() < reps.size()) {
      dims.addFirst(Dim.ONE);
    }
    tiled = e.reshape(tiled, new Shape(dims));
    for (int axis = reps.size() - 1; axis >= 0; axis--) {
      tiled = Copies.ofAxis(e, tiled, axis, reps.get(axis));
    }
    return tiled;
  }
}
