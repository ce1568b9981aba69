package io.nacre.processor.layer;

import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.stream.IntStream;

/// The sum of any number of operands of one shape. Nothing is broadcast.
final class AddNLayer implements Layer {
  @Override
  public String annotation() {
    return "AddN";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return arguments(attributes, 1);
  }

  @Override
  public List<Argument> arguments(Attributes attributes, int edges) {
    return IntStream.range(0, Math.max(1, edges)).mapToObj(i -> Argument.data("arg" + i)).toList();
  }

  @Override
  public boolean takesWholeNumbers() {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    for (String argument : node.arguments()) {
      node.shape(argument, node.output(), ProblemId.SHAPE_MISMATCH);
      node.output(node.shape(argument));
    }
  }

  @Override
  public Value expand(Expansion node) {
    return node.arguments().stream().reduce(node.emitter()::add).orElseThrow();
  }
}
