package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = x * mask`, each element of the mask being 0 with probability p and 1 / (1 - p) otherwise.
final class DropoutLayer implements Layer {
  @Override
  public String annotation() {
    return "Dropout";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    double p = node.attributes().number("p");
    if (!(p >= 0 && p < 1)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("p"),
          "p = %s is not a probability below 1".formatted(Numbers.text(p)),
          "use at least 0, which drops nothing, and less than 1: p = 0.5 drops half");
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    if (node.shape("data").hasRank()) {
      Axes.checkAll(node, "axes", "data", node.shape("data").rank());
    }
  }

  @Override
  public Value expand(Expansion node) {
    Value x = node.argument("data");
    Shape shape = x.shape();
    for (int axis : Axes.of(node.attributes().integers("axes"), shape.rank())) {
      shape = shape.with(axis, Dim.ONE);
    }
    double p = node.attributes().number("p");
    boolean always = node.attributes().constant("mode").equals("ALWAYS");
    return always || node.training() ? drop(node.emitter(), x, p, shape) : x;
  }

  /// x, with each element dropped with probability p, by a mask of the shape `mask`.
  static Value drop(Emitter e, Value x, double p, Shape mask) {
    if (p == 0) {
      return x;
    }
    double keep = 1 - p;
    Value u = e.label("random", e.randomUniform(mask, x.type()));
    Value factors =
        e.label(
            "mask",
            e.selectGreater(e.constant(keep, u), u, e.constant(1 / keep, u), e.zeros(u)));
    return e.multiply(x, e.broadcast(factors, x.shape()));
  }
}
