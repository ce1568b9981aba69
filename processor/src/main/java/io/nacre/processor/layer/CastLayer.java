package io.nacre.processor.layer;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// The same numbers in another type.
final class CastLayer implements Layer {
  @Override
  public String annotation() {
    return "Cast";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    String type = node.attributes().constant("value");
    if (type.equals("INFERRED")) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("value"),
          "DataType.INFERRED is no type to cast to",
          "name one, such as @Cast(DataType.FLOAT32)");
      return;
    }
    node.type(DataType.valueOf(type));
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().cast(node.argument("data"), node.type());
  }
}
