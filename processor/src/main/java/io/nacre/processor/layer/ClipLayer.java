package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Each number, but at least `min` and at most `max`; at the bounds the gradient passes.
final class ClipLayer implements Layer {
  @Override
  public String annotation() {
    return "Clip";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!NumberCheck.finite(node, "min", "use a number such as 0")
        || !NumberCheck.finite(node, "max", "use a number such as 1")) {
      return;
    }
    double min = node.attributes().number("min");
    double max = node.attributes().number("max");
    if (min > max) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("min"),
          "min = %s is above max = %s".formatted(Numbers.text(min), Numbers.text(max)),
          "use min = %s and max = %s".formatted(Numbers.text(max), Numbers.text(min)));
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    Value min = e.constant(node.attributes().number("min"), x);
    Value max = e.constant(node.attributes().number("max"), x);
    return e.selectGreater(min, x, min, e.selectGreater(x, max, max, x));
  }
}
