package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.stream.IntStream;

/// `x / sqrt(sum of x^2 + eps)` over a sample, over the channels, or over the spatial axes.
final class L2NormalizationLayer implements Layer {
  @Override
  public String annotation() {
    return "L2Normalization";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
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
    String mode = node.attributes().constant("mode");
    int least = mode.equals("INSTANCE") ? 1 : 3;
    if (data.hasRank() && data.rank() < least) {
      node.problem(
          ProblemId.WRONG_RANK,
          node.edge("data"),
          "%s is %s, but mode = %s takes at least %d ax%ss"
              .formatted(node.source("data"), data, mode, least, least == 1 ? "i" : "e"),
          least == 3 && data.rank() > 0
              ? "use L2NormalizationMode.INSTANCE, or give it a shape such as N x 16 x 28 x 28"
              : "give it a shape of at least one axis");
    }
  }

  private static List<Integer> axes(Attributes attributes, int rank) {
    return switch (attributes.constant("mode")) {
      case "INSTANCE" -> IntStream.range(1, rank).boxed().toList();
      case "CHANNEL" -> List.of(1);
      case "SPATIAL" -> IntStream.range(2, rank).boxed().toList();
      default -> throw new IllegalStateException(attributes.constant("mode"));
    };
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    List<Integer> axes = axes(node.attributes(), x.shape().rank());
    Value squares = e.reduce(Reduce.Kind.SUM, e.multiply(x, x), axes);
    Value eps = e.constant(node.attributes().number("eps"), squares);
    Value norm = e.pointwise(PointwiseFunction.SQRT, e.add(squares, eps));
    return e.divide(x, e.broadcast(norm, x.shape()));
  }
}
