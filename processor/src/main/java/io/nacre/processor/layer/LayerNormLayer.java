package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
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
    if (axis.isPresent()) {
      AlongAxis.infer(node, data, axis.get(), "gamma", "beta");
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    double eps = node.attributes().number("eps");
    Value standardized = Standardized.of(e, x, List.of(axis), eps).value();
    Value gamma = AlongAxis.stretch(e, node.argument("gamma"), axis, x.shape());
    Value beta = AlongAxis.stretch(e, node.argument("beta"), axis, x.shape());
    return e.add(e.multiply(standardized, gamma), beta);
  }
}
