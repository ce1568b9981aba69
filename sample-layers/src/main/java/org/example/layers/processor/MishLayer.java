package org.example.layers.processor;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = x * tanh(softrelu(x))`; the gradient follows from the three functions.
public final class MishLayer implements Layer {
  @Override
  public String annotation() {
    return "org.example.layers.Mish";
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
    Emitter e = node.emitter();
    Value x = node.argument("data");
    Value gate = e.pointwise(PointwiseFunction.TANH, e.pointwise(PointwiseFunction.SOFTRELU, x));
    return e.multiply(x, gate);
  }
}
