package org.example.layers.processor;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.AlongAxis;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Axes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.NumberCheck;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = x / sqrt(mean(x^2) + eps) * gamma` along an axis.
public final class RMSNormLayer implements Layer {
  @Override
  public String annotation() {
    return "org.example.layers.RMSNorm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.parameter("gamma"));
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
    if (data.hasRank()) {
      Axes.check(node, "axis", "data", data.rank())
          .ifPresent(axis -> AlongAxis.infer(node, data, axis, "gamma"));
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    Value sum = e.reduce(Reduce.Kind.SUM, e.multiply(x, x), List.of(axis));
    Value mean = e.divide(sum, e.size(x.shape().dim(axis), sum.shape(), sum.type()));
    Value eps = e.constant(node.attributes().number("eps"), mean);
    Value rms = e.label("rms", e.pointwise(PointwiseFunction.SQRT, e.add(mean, eps)));
    Value gamma = AlongAxis.stretch(e, node.argument("gamma"), axis, x.shape());
    return e.multiply(e.divide(x, e.broadcast(rms, x.shape())), gamma);
  }
}
