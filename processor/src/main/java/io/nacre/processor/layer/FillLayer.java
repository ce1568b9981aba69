package io.nacre.processor.layer;

import io.nacre.processor.ir.Constant;
import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Value;
import java.util.List;
import java.util.OptionalDouble;

/// An array that holds one number everywhere: the layer's own, or the attribute `number`.
record FillLayer(String annotation, OptionalDouble number) implements Layer {
  static FillLayer of(String annotation, double number) {
    return new FillLayer(annotation, OptionalDouble.of(number));
  }

  static FillLayer withNumber(String annotation) {
    return new FillLayer(annotation, OptionalDouble.empty());
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of();
  }

  @Override
  public void infer(Inference node) {
    if (number.isPresent() || NumberCheck.finite(node, "number", "use a number such as 0.5")) {
      DeclaredShape.infer(node, false);
    }
  }

  @Override
  public Value expand(Expansion node) {
    double filling = number.orElseGet(() -> node.attributes().number("number"));
    Value exact = node.emitter().emit(new Constant(filling, node.shape(), DataType.FLOAT64));
    return node.emitter().cast(exact, node.type());
  }
}
