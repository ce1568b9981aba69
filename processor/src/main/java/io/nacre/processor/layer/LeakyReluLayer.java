package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/// Rectifiers that let something of negative numbers through.
///
/// @param fixed the type of a short form; empty: the attribute `type` names it
record LeakyReluLayer(String annotation, Optional<String> fixed) implements Layer {
  /// The constants with which activations keep mean 0 and variance 1 (Klambauer et al., 2017).
  private static final double SELU_LAMBDA = 1.0507009873554804934193349852946;

  private static final double SELU_ALPHA = 1.6732632423543772848170429916717;

  static LeakyReluLayer named() {
    return new LeakyReluLayer("LeakyRelu", Optional.empty());
  }

  static LeakyReluLayer of(String annotation, String type) {
    return new LeakyReluLayer(annotation, Optional.of(type));
  }

  private String type(Attributes attributes) {
    return fixed.orElseGet(() -> attributes.constant("type"));
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return type(attributes).equals("PRELU")
        ? List.of(Argument.data("data"), Argument.parameter("gamma"))
        : List.of(Argument.data("data"));
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    if (!numbers(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (data.hasRank() && type(node.attributes()).equals("PRELU")) {
      inferGamma(node, data);
    }
  }

  private boolean numbers(Inference node) {
    return switch (type(node.attributes())) {
      case "LEAKY", "ELU" -> NumberCheck.finite(node, "slope", "use a number such as 0.25");
      case "RRELU" -> bounds(node);
      default -> true;
    };
  }

  private static boolean bounds(Inference node) {
    if (!NumberCheck.finite(node, "lowerBound", "use a number such as 0.125")
        || !NumberCheck.finite(node, "upperBound", "use a number such as 0.334")) {
      return false;
    }
    double lower = node.attributes().number("lowerBound");
    double upper = node.attributes().number("upperBound");
    if (lower <= upper) {
      return true;
    }
    node.problem(
        ProblemId.BAD_ATTRIBUTE,
        node.attribute(node.attributes().written("lowerBound") ? "lowerBound" : "upperBound"),
        "lowerBound = %s is above upperBound = %s"
            .formatted(Numbers.text(lower), Numbers.text(upper)),
        "use lowerBound = %s and upperBound = %s"
            .formatted(Numbers.text(upper), Numbers.text(lower)));
    return false;
  }

  /// One number for each place of axis 1, which is the default, or a single one.
  private static void inferGamma(Inference node, PartialShape data) {
    PartialShape gamma = node.shape("gamma");
    boolean single = gamma.hasRank() && gamma.rank() == 1 && gamma.dim(0).is(1);
    if (single || data.rank() < 2) {
      node.shape(
          "gamma",
          PartialShape.of(Dim.ONE),
          ProblemId.WEIGHT_SHAPE,
          "%s has no axis 1".formatted(node.source("data")));
    } else {
      AlongAxis.infer(node, data, 1, "gamma");
    }
  }

  @Override
  public Value expand(Expansion node) {
    Emitter e = node.emitter();
    Attributes attributes = node.attributes();
    Value x = node.argument("data");
    return switch (type(attributes)) {
      case "LEAKY" -> leaky(e, x, e.constant(attributes.number("slope"), x));
      case "PRELU" -> {
        int axis = x.shape().rank() < 2 ? 0 : 1;
        yield leaky(e, x, AlongAxis.stretch(e, node.argument("gamma"), axis, x.shape()));
      }
      case "ELU" -> elu(e, x, attributes.number("slope"));
      case "GELU" -> gelu(e, x);
      case "RRELU" -> leaky(e, x, randomSlope(node, x));
      case "SELU" -> e.scale(elu(e, x, SELU_ALPHA), SELU_LAMBDA);
      default -> throw new IllegalStateException(type(attributes));
    };
  }

  /// Any slope between the bounds for each element; the one in the middle for a prediction.
  private static Value randomSlope(Expansion node, Value x) {
    Emitter e = node.emitter();
    double lower = node.attributes().number("lowerBound");
    double upper = node.attributes().number("upperBound");
    if (!node.training()) {
      return e.constant((lower + upper) / 2, x);
    }
    Value random = e.label("random", e.randomUniform(x.shape(), x.type()));
    return e.label("slope", e.add(e.scale(random, upper - lower), e.constant(lower, x)));
  }

  /// `x > 0 ? x : slope * x`
  private static Value leaky(Emitter e, Value x, Value slope) {
    return e.selectGreater(x, e.zeros(x), x, e.multiply(slope, x));
  }

  /// `x > 0 ? x : alpha * (exp(x) - 1)`. The exponential is that of 0 where x is positive, since
  /// an infinite one would spoil the gradient even unused.
  private static Value elu(Emitter e, Value x, double alpha) {
    Value zero = e.zeros(x);
    Value negative = e.selectGreater(x, zero, zero, x);
    return e.selectGreater(x, zero, x, e.scale(exponentialMinusOne(e, negative), alpha));
  }

  /// `exp(x) - 1 = tanh(x / 2) * (exp(x) + 1)`, which does not lose a small x.
  private static Value exponentialMinusOne(Emitter e, Value x) {
    Value exp = e.pointwise(PointwiseFunction.EXP, x);
    Value tanh = e.pointwise(PointwiseFunction.TANH, e.scale(x, 0.5));
    return e.multiply(tanh, e.add(exp, e.constant(1, x)));
  }

  /// `x / 2 * (1 + erf(x / sqrt(2)))`
  private static Value gelu(Emitter e, Value x) {
    Value erf = e.pointwise(PointwiseFunction.ERF, e.scale(x, Math.sqrt(0.5)));
    return e.multiply(e.scale(x, 0.5), e.add(erf, e.constant(1, x)));
  }
}
