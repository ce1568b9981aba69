package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Set;

/// `y = f(data)`, element by element, without attributes.
record FunctionLayer(String annotation, Function function) implements Layer {

  /// What the layer computes.
  interface Function {
    Value of(Emitter e, Value x);
  }

  private static final Set<String> MOVING = Set.of("Identity", "ZerosLike", "OnesLike");

  static FunctionLayer of(String annotation, PointwiseFunction function) {
    return new FunctionLayer(annotation, (e, x) -> e.pointwise(function, x));
  }

  static FunctionLayer of(String annotation, Function function) {
    return new FunctionLayer(annotation, function);
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public boolean movesElements() {
    return MOVING.contains(annotation);
  }

  @Override
  public boolean takesWholeNumbers() {
    return WholeNumbers.suit(annotation);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    return function.of(node.emitter(), node.argument("data"));
  }
}
