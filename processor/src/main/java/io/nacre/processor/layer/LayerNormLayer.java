package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// Standardizes along one axis, then scales and shifts each place of that axis.
final class LayerNormLayer implements Layer {
  @Override
  public String annotation() {
    return "LayerNorm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(
        Argument.data("data"), Argument.parameter("gamma"), Argument.parameter("beta"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return attributes.flag("outputMeanVar")
        ? List.of("output", "mean", "std")
        : List.of("output");
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
    if (!data.hasRank()) {
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "data", data.rank());
    if (axis.isEmpty()) {
      return;
    }
    AlongAxis.infer(node, data, axis.get(), "gamma", "beta");
    if (node.attributes().flag("outputMeanVar")) {
      node.output(1, Features.with(data, axis.get(), Dim.ONE));
      node.output(2, Features.with(data, axis.get(), Dim.ONE));
    }
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    Standardized standardized = Standardized.of(node, x, List.of(axis));
    Value y = standardized.scaled(node, axis);
    return node.attributes().flag("outputMeanVar")
        ? List.of(y, standardized.mean(), standardized.deviation())
        : List.of(y);
  }
}
