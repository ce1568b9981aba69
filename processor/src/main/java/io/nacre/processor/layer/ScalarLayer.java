package io.nacre.processor.layer;

import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;

/// `y = f(data, n1, n2, ...)`, element by element, with attributes for the numbers.
///
/// @param numbers the attributes, each a finite number
record ScalarLayer(String annotation, List<String> numbers, Function function) implements Layer {

  /// What the layer computes.
  interface Function {
    /// @param n the numbers, in the order of the attributes
    Value of(Emitter e, Value x, double... n);
  }

  /// A function of two operands, with the attribute `value` for the second.
  static ScalarLayer of(String annotation, BinaryFunction function) {
    return new ScalarLayer(
        annotation, List.of("value"), (e, x, n) -> function.of(e, x, e.constant(n[0], x)));
  }

  static ScalarLayer of(String annotation, PointwiseFunction function) {
    return of(annotation, BinaryFunction.of(function));
  }

  /// The same with the attribute for the first operand.
  static ScalarLayer reversed(String annotation, PointwiseFunction function) {
    return of(annotation, (e, x, s) -> e.pointwise(function, s, x));
  }

  static ScalarLayer of(String annotation, List<String> numbers, Function function) {
    return new ScalarLayer(annotation, numbers, function);
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    for (String number : numbers) {
      if (!NumberCheck.finite(node, number, "use a number such as 2")) {
        return;
      }
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
  }

  @Override
  public Value expand(Expansion node) {
    double[] n = numbers.stream().mapToDouble(node.attributes()::number).toArray();
    return function.of(node.emitter(), node.argument("data"), n);
  }
}
