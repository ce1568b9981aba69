package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.stream.IntStream;

/// Standardizes each channel of each sample over its spatial axes, then scales and shifts channels.
final class InstanceNormLayer implements Layer {
  @Override
  public String annotation() {
    return "InstanceNorm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(
        Argument.data("data"), Argument.parameter("gamma"), Argument.parameter("beta"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!NumberCheck.epsilon(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (data.hasRank() && Images.check(node, data)) {
      AlongAxis.infer(node, data, 1, "gamma", "beta");
    }
  }

  @Override
  public Value expand(Expansion node) {
    Value x = node.argument("data");
    List<Integer> spatial = IntStream.range(2, x.shape().rank()).boxed().toList();
    return Standardized.of(node, x, spatial).scaled(node, 1);
  }
}
