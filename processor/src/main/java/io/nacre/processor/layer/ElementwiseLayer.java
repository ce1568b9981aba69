package io.nacre.processor.layer;

import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Arithmetic on two operands of one shape. Nothing is broadcast.
record ElementwiseLayer(String annotation, BinaryFunction function) implements Layer {
  ElementwiseLayer(String annotation, PointwiseFunction function) {
    this(annotation, BinaryFunction.of(function));
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("lhs"), Argument.data("rhs"));
  }

  @Override
  public boolean takesWholeNumbers() {
    return WholeNumbers.suit(annotation);
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.shape("rhs", node.shape("lhs"), ProblemId.SHAPE_MISMATCH);
    node.shape("lhs", node.shape("rhs"), ProblemId.SHAPE_MISMATCH);
    node.output(node.shape("lhs"));
    node.shape("lhs", node.output(), ProblemId.SHAPE_MISMATCH);
    node.shape("rhs", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    return function.of(node.emitter(), node.argument("lhs"), node.argument("rhs"));
  }
}
