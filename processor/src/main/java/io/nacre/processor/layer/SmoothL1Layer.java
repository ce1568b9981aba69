package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `(s x)^2 / 2` where `|x| < 1 / s^2`, else `|x| - 0.5 / s^2`.
final class SmoothL1Layer implements Layer {
  @Override
  public String annotation() {
    return "SmoothL1";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    double scalar = node.attributes().number("scalar");
    if (!(scalar > 0 && Double.isFinite(scalar))) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("scalar"),
          "scalar = %s is not above 0".formatted(Numbers.text(scalar)),
          "use a number such as 1");
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    double square = Math.pow(node.attributes().number("scalar"), 2);
    Value size = e.pointwise(PointwiseFunction.ABS, x);
    Value parabola = e.scale(e.multiply(x, x), square / 2);
    Value line = e.subtract(size, e.constant(0.5 / square, x));
    return e.selectGreater(e.constant(1 / square, x), size, parabola, line);
  }
}
