package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Gather;
import io.nacre.processor.ir.Index;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Range;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;

/// `y[i,c] = data[indices[0,i], ..., indices[M-1,i], c]`, for the M leading axes of the data.
final class GatherNdLayer implements Layer {
  @Override
  public String annotation() {
    return "GatherNd";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.data("indices"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("indices", TypeRule.INDEX);
    PartialShape data = node.shape("data");
    PartialShape indices = node.shape("indices");
    if (!indices.hasRank() || !hasIndexAxis(node, indices) || !data.hasRank()) {
      return;
    }
    Dim indexed = indices.dim(0);
    if (!indexed.known()) {
      return;
    }
    if (indexed.size() > data.rank()) {
      node.problem(
          ProblemId.SHAPE_MISMATCH,
          node.edge("indices"),
          "%s is %s: indices along %s axes, but %s %s has %d"
              .formatted(
                  node.source("indices"), indices, indexed, node.source("data"), data,
                  data.rank()),
          "give %s at most %d as its first axis, one for each axis of %s that is indexed"
              .formatted(node.source("indices"), data.rank(), node.source("data")));
      return;
    }
    relate(node, data, indices, (int) indexed.size());
  }

  private static boolean hasIndexAxis(Inference node, PartialShape indices) {
    String source = node.source("indices");
    if (indices.rank() < 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("indices"),
          "%s is %s, but indices have at least 2 axes: the indexed axes and the picks"
              .formatted(source, indices),
          "for indices along one axis use @Take, or give %s the shape 1 x %s"
              .formatted(source, indices.rank() == 0 ? "1" : indices));
      return false;
    }
    if (indices.dim(0).batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.edge("indices"),
          "%s is %s: N on its first axis, which says how many axes are indexed"
              .formatted(source, indices),
          "put N on another axis of %s, or fix the batch: @Model(batch = 64)".formatted(source));
      return false;
    }
    return true;
  }

  private static void relate(
      Inference node, PartialShape data, PartialShape indices, int indexed) {
    List<Dim> dims = new ArrayList<>(indices.dims().subList(1, indices.rank()));
    dims.addAll(data.dims().subList(indexed, data.rank()));
    node.output(PartialShape.of(dims));
    PartialShape output = node.output();
    if (!output.hasRank()) {
      return;
    }
    int picks = indices.rank() - 1;
    List<Dim> index = new ArrayList<>(List.of(Dim.of(indexed)));
    index.addAll(output.dims().subList(0, picks));
    node.shape("indices", PartialShape.of(index), ProblemId.SHAPE_MISMATCH);
    List<Dim> back = new ArrayList<>(data.dims().subList(0, indexed));
    back.addAll(output.dims().subList(picks, output.rank()));
    node.shape("data", PartialShape.of(back), ProblemId.SHAPE_MISMATCH);
  }

  /// The places along the indexed axes as one number, and the data with these axes as one.
  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    Value indices = node.indices("indices");
    Shape shape = data.shape();
    int indexed = (int) indices.shape().dim(0).size();
    Dim picks = indices.shape().size(1, indices.shape().rank());
    Value rows = e.reshape(indices, Shape.of(indices.shape().dim(0), picks));
    Value flat = null;
    for (int axis = 0; axis < indexed; axis++) {
      Value index = e.slice(rows, 0, Range.of(axis, Dim.ONE));
      Value place = place(e, e.reshape(index, Shape.of(Dim.ONE, picks, Dim.ONE)), shape.dim(axis));
      Dim stride = shape.size(axis + 1, indexed);
      Value steps = e.multiply(place, e.size(stride, place.shape(), place.type()));
      flat = axis == 0 ? steps : e.add(flat, steps);
    }
    Value table =
        e.reshape(
            data,
            Shape.of(Dim.ONE, shape.size(0, indexed), shape.size(indexed, shape.rank())));
    return e.reshape(e.emit(new Gather(Gather.Mode.CLIP, table, flat)), node.shape());
  }

  /// The whole number from 0 on that an index means: picked from a table of all numbers, which checks
  /// it too.
  private static Value place(Emitter e, Value index, Dim size) {
    Value sizes = e.size(size, index.shape(), index.type());
    Value fromStart = e.selectGreater(e.zeros(index), index, e.add(index, sizes), index);
    Value table = e.emit(new Index(1, Shape.of(Dim.ONE, size, Dim.ONE), index.type()));
    return e.emit(new Gather(Gather.Mode.RAISE, table, fromStart));
  }
}
