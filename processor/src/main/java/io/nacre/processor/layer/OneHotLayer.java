package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `y[i,k] = onValue` where the index `indices[i]` is k, `offValue` elsewhere.
final class OneHotLayer implements Layer {
  @Override
  public String annotation() {
    return "OneHot";
  }

  /// The output may be of any type, since it holds two numbers only.
  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("indices"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    DeclaredShape.type(node);
    node.type("indices", TypeRule.INDEX);
    if (!Numbers.positive(node, "depth")) {
      return;
    }
    PartialShape indices = node.shape("indices");
    if (indices.hasRank()) {
      List<Dim> dims = new ArrayList<>(indices.dims());
      dims.add(Dim.of(node.attributes().integer("depth")));
      node.output(PartialShape.of(dims));
    }
    PartialShape output = node.output();
    if (output.hasRank() && output.rank() > 0) {
      node.shape(
          "indices",
          PartialShape.of(output.dims().subList(0, output.rank() - 1)),
          ProblemId.SHAPE_MISMATCH);
    }
  }

  @Override
  public Optional<String> adjustment(Attributes attributes, Shape data, Shape wanted) {
    int rank = data.rank();
    boolean depthOnly =
        wanted.rank() == rank + 1
            && wanted.dims().subList(0, rank).equals(data.dims())
            && !wanted.dim(rank).batch();
    return depthOnly ? Optional.of("depth = " + wanted.dim(rank)) : Optional.empty();
  }

  /// The index without its fraction is k where `k <= x < k + 1`; numbers between -1 and 0 count as 0.
  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = e.cast(node.argument("indices"), node.type().carrier());
    Value nearZero = e.pointwise(PointwiseFunction.RELU, x);
    Value index = e.selectGreater(x, e.constant(-1, x), nearZero, x);
    Shape shape = node.shape();
    List<Dim> column = new ArrayList<>(x.shape().dims());
    column.add(Dim.ONE);
    Value stretched = e.broadcast(e.reshape(index, new Shape(column)), shape);
    Value k = e.index(shape.rank() - 1, stretched);
    Value on = e.constant(node.attributes().number("onValue"), k);
    Value off = e.constant(node.attributes().number("offValue"), k);
    Value fromK = e.selectGreater(k, stretched, off, on);
    Value hot = e.selectGreater(e.add(k, e.constant(1, k)), stretched, fromK, off);
    return e.cast(hot, node.type());
  }
}
