package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// The identity, which no gradient passes.
final class BlockGradLayer implements Layer {
  @Override
  public String annotation() {
    return "BlockGrad";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

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
    node.sameType();
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument("data");
    return node.training()
        ? node.emitter().blockGradient(data)
        : data;
  }
}
