package io.nacre.processor.layer;

import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = f(data)`, element by element, where the attribute `value` names f. The short forms are
/// [FunctionLayer]s.
final class ActivationLayer implements Layer {
  @Override
  public String annotation() {
    return "Activation";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    PointwiseFunction function = PointwiseFunction.valueOf(node.attributes().constant("value"));
    return node.emitter().pointwise(function, node.argument("data"));
  }
}
