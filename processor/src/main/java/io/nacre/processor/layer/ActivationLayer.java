package io.nacre.processor.layer;

import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// `y = f(data)`, element by element.
///
/// @param function the function of a short form; empty: the attribute `value` names it
record ActivationLayer(String annotation, Optional<PointwiseFunction> function) implements Layer {
  static ActivationLayer named() {
    return new ActivationLayer("Activation", Optional.empty());
  }

  static ActivationLayer of(String annotation, PointwiseFunction function) {
    return new ActivationLayer(annotation, Optional.of(function));
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
    PointwiseFunction applied =
        function.orElseGet(() -> PointwiseFunction.valueOf(node.attributes().constant("value")));
    return node.emitter().pointwise(applied, node.argument("data"));
  }
}
