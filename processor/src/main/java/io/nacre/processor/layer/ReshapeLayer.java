package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.Place;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// The same elements under another shape.
final class ReshapeLayer extends UnaryLayer {
  @Override
  public String annotation() {
    return "Reshape";
  }

  @Override
  public boolean movesElements() {
    return true;
  }

  @Override
  boolean check(Inference node) {
    if (!node.attributes().integers("shape").isEmpty()) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute("shape"),
        "shape has no numbers",
        "write one for each axis of the output; {0, -1} makes one axis of all but the first");
    return false;
  }

  @Override
  Optional<PartialShape> forward(Inference node, PartialShape data) {
    ReshapeCodes.Result result = apply(node, data);
    if (result.mistake().isEmpty()) {
      return Optional.of(result.output());
    }
    report(node, data, result, result.mistake().get());
    return Optional.empty();
  }

  @Override
  PartialShape backward(Inference node, PartialShape data, PartialShape output) {
    return apply(node, data).back();
  }

  private static ReshapeCodes.Result apply(Inference node, PartialShape data) {
    return ReshapeCodes.apply(
        node.attributes().integers("shape"),
        data,
        node.output(),
        node.attributes().flag("reverse"),
        node::dim);
  }

  private static void report(
      Inference node, PartialShape data, ReshapeCodes.Result result, ReshapeCodes.Mistake mistake) {
    String shape = "%s %s".formatted(node.source(DATA), data);
    Place place =
        mistake.element() < 0
            ? node.attribute("shape")
            : node.attributes().elementPlace("shape", mistake.element());
    switch (mistake.kind()) {
      case CODES ->
          node.problem(
              ProblemId.RESHAPE,
              place,
              "%s, in shape = %s of %s"
                  .formatted(
                      mistake.fact(), text(node.attributes().integers("shape")), shape),
              "0 keeps an axis, -1 is what is left over, -2 keeps all that follow, -3 merges two,"
                  + " -4 splits one into two sizes");
      case DIVISION ->
          node.problem(
              ProblemId.RESHAPE,
              place,
              "the -1 does not come out whole for %s: %s".formatted(shape, mistake.fact()),
              ReshapeAdvice.of(node, data, mistake));
      case COUNT ->
          node.problem(
              ProblemId.RESHAPE,
              place,
              mistake.element() < 0
                  ? "%s holds %s numbers, but %s holds %s"
                      .formatted(
                          result.output(), size(result.output()), shape, size(data))
                  : "%s, of %s".formatted(mistake.fact(), shape),
              ReshapeAdvice.of(node, data, mistake));
    }
  }

  private static Dim size(PartialShape shape) {
    return shape.size(0, shape.rank());
  }

  /// `{0, 35, BATCH}`
  static String text(List<Integer> codes) {
    return "{" + String.join(", ", codes.stream().map(BatchNumber::text).toList()) + "}";
  }

  @Override
  public Value expand(Expansion node) {
    return node.emitter().reshape(node.argument(DATA), node.shape());
  }
}
