package com.example.layers;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.layer.Argument;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.layer.Expansion;
import io.nacre.processor.layer.Inference;
import io.nacre.processor.layer.Layer;
import io.nacre.processor.layer.TypeRule;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = data * gamma`, whose gradient is `y - label`; the second output is the state `moving_avg`,
/// which follows gamma when training, and twice what it was before when training. Data and label
/// have one number a sample.
public final class TrackedLayer implements Layer {
  @Override
  public String annotation() {
    return "com.example.layers.Tracked";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(
        Argument.data("data"),
        Argument.parameter("gamma"),
        Argument.label("label"),
        Argument.auxiliary("moving_avg"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return List.of("output", "average");
  }

  @Override
  public boolean isLoss(Attributes attributes) {
    return true;
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("label", TypeRule.LABEL);
    node.shape("data", PartialShape.ofRank(1), ProblemId.WRONG_RANK);
    node.output(node.shape("data"));
    node.shape("label", node.output(), ProblemId.LABEL_SHAPE);
    for (String one : List.of("gamma", "moving_avg")) {
      node.shape(one, PartialShape.of(node.dim(1)), ProblemId.WEIGHT_SHAPE);
    }
    node.output(1, PartialShape.of(node.dim(1)));
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    Emitter e = node.emitter();
    Value data = node.argument("data");
    Value gamma = node.argument("gamma");
    Value average = node.argument("moving_avg");
    Value y = e.multiply(data, e.broadcast(gamma, data.shape()));
    if (!node.training()) {
      return List.of(y, average);
    }
    double momentum = node.attributes().number("momentum");
    Value now = e.blockGradient(gamma);
    node.assign("moving_avg", e.add(e.scale(average, momentum), e.scale(now, 1 - momentum)));
    Value error = e.subtract(y, node.argument("label"));
    return List.of(e.loss(y, y, error), e.scale(average, 2));
  }
}
