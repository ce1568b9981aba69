package io.nacre.processor.layer;

import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// Softmax along the last axis, or along the channels.
final class SoftmaxActivationLayer implements Layer {
  @Override
  public String annotation() {
    return "SoftmaxActivation";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  private static boolean ofChannels(Attributes attributes) {
    return attributes.constant("mode").equals("CHANNEL");
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    int least = ofChannels(node.attributes()) ? 3 : 2;
    if (data.hasRank() && data.rank() < least) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but mode = %s takes at least %d axes"
              .formatted(
                  node.source("data"), data, node.attributes().constant("mode"), least),
          least == 3 && data.rank() == 2
              ? "use SoftmaxMode.INSTANCE, or give it a shape such as N x 10 x 28 x 28"
              : "use @Softmax, which takes any axis");
    }
  }

  @Override
  public Value expand(Expansion node) {
    Value x = node.argument("data");
    int axis = ofChannels(node.attributes()) ? 1 : x.shape().rank() - 1;
    return new SoftmaxTerms(node.emitter(), axis, node.training()).softmax(x);
  }
}
