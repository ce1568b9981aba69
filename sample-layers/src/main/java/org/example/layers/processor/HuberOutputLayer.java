package org.example.layers.processor;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.NumberCheck;
import io.nacre.processor.layer.TypeRule;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// The data, with the gradient `min(max(data - label, -delta), delta)`.
public final class HuberOutputLayer implements Layer {
  @Override
  public String annotation() {
    return "org.example.layers.HuberOutput";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"), Argument.label("label"));
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("label", TypeRule.LABEL);
    double delta = node.attributes().number("delta");
    if (!(delta > 0 && Double.isFinite(delta))) {
      NumberCheck.report(node, "delta", "is no error", "use a positive number: delta = 1");
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    node.shape(
        "label", node.output(), ProblemId.LABEL_SHAPE, "one for each output of " + node.name());
  }

  @Override
  public Value expand(Expansion node) {
    Value data = node.argument("data");
    if (!node.training()) {
      return data;
    }
    Emitter e = node.emitter();
    double delta = node.attributes().number("delta");
    Value error = e.subtract(data, node.argument("label"));
    Value most = e.pointwise(PointwiseFunction.MINIMUM, error, e.constant(delta, error));
    Value gradient = e.pointwise(PointwiseFunction.MAXIMUM, most, e.constant(-delta, error));
    return e.loss(data, data, gradient);
  }
}
