package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Where along an axis the largest or smallest element stands, the first at a tie. No gradient.
///
/// @param kind `MAX` or `MIN`
/// @param ofChannels whether the axis is 1 and there are no attributes
record ArgReductionLayer(String annotation, Reduce.Kind kind, boolean ofChannels)
    implements Layer {

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public boolean blocksGradient(Attributes attributes) {
    return true;
  }

  @Override
  public void infer(Inference node) {
    if (ofChannels) {
      inferChannels(node);
      return;
    }
    List<Integer> axes = node.attributes().integers("axis");
    if (axes.size() > 1) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attributes().elementPlace("axis", 1),
          "axis = %s names %d axes".formatted(SlidingWindow.array(axes), axes.size()),
          "use one, or none for the place among all elements");
      return;
    }
    ReducedAxes.infer(node, false);
  }

  private static void inferChannels(Inference node) {
    node.sameType();
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      return;
    }
    if (data.rank() < 2) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, without an axis 1 of channels".formatted(node.source("data"), data),
          "give it a shape of at least two axes, such as N x 10");
      return;
    }
    new ReducedAxes(List.of(1), data.rank(), false).relate(node, data);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int rank = x.shape().rank();
    if (ofChannels) {
      return new ReducedAxes(List.of(1), rank, false).result(e, place(e, x, 1));
    }
    List<Integer> axis = node.attributes().integers("axis");
    if (axis.isEmpty()) {
      Value flat = e.reshape(x, Shape.of(x.shape().size()));
      return e.reshape(place(e, flat, 0), node.shape());
    }
    ReducedAxes axes = ReducedAxes.of(node.attributes(), rank, false);
    return axes.result(e, place(e, x, axes.axes().getFirst()));
  }

  /// The smallest index whose element is the extreme one. NaN counts as extreme, and only NaN
  /// differs from itself.
  private Value place(Emitter e, Value x, int axis) {
    Value extreme = e.broadcast(e.reduce(kind, x, List.of(axis)), x.shape());
    Value index = e.index(axis, x);
    Value none = e.size(x.shape().dim(axis), x.shape(), x.type());
    Value candidate = e.selectEqual(x, extreme, index, e.selectEqual(x, x, none, index));
    return e.reduce(Reduce.Kind.MIN, candidate, List.of(axis));
  }
}
