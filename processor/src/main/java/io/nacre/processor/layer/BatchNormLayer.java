package io.nacre.processor.layer;

import io.nacre.processor.ir.Dim;
import io.nacre.processor.ir.Emitter;
import io.nacre.processor.ir.PartialShape;
import io.nacre.processor.ir.PointwiseFunction;
import io.nacre.processor.ir.Reduce;
import io.nacre.processor.ir.Shape;
import io.nacre.processor.ir.Value;
import io.nacre.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `y[n,c,i] = (x[n,c,i] - mean[c]) * inverse[c] * gamma[c] + beta[c]`, where `inverse` is
/// `1 / sqrt(var + eps)`.
final class BatchNormLayer implements Layer {
  private static final List<String> PER_CHANNEL =
      List.of("gamma", "beta", "moving_mean", "moving_var");

  @Override
  public String annotation() {
    return "BatchNorm";
  }

  @Override
  public List<Argument> arguments(Attributes attributes) {
    return List.of(
        Argument.data("data"),
        Argument.parameter("gamma"),
        Argument.parameter("beta"),
        Argument.auxiliary("moving_mean"),
        Argument.auxiliary("moving_var"));
  }

  @Override
  public List<String> outputs(Attributes attributes) {
    return attributes.flag("outputMeanVar")
        ? List.of("output", "mean", "var")
        : List.of("output");
  }

  @Override
  public void infer(Inference node) {
    node.sameType();
    node.type("gamma", TypeRule.STATISTIC);
    node.type("beta", TypeRule.STATISTIC);
    node.type("moving_mean", TypeRule.STATISTIC);
    node.type("moving_var", TypeRule.STATISTIC);
    if (!checkNumbers(node)) {
      return;
    }
    node.output(node.shape("data"));
    node.shape("data", node.output(), ProblemId.SHAPE_MISMATCH);
    PartialShape data = node.shape("data");
    if (!data.hasRank()) {
      inferChannels(node, Dim.UNKNOWN, "");
      return;
    }
    Optional<Integer> axis = Axes.check(node, "axis", "data", data.rank());
    if (axis.isEmpty()) {
      return;
    }
    Dim channels = data.dim(axis.get());
    if (channels.batch()) {
      node.problem(
          ProblemId.BATCH_ARITHMETIC,
          node.attributes().written("axis") ? node.attribute("axis") : node.edge("data"),
          "%s %s has N on axis %d, but every channel has a gamma and a beta"
              .formatted(node.source("data"), data, axis.get()),
          "name the axis of the channels, or fix the batch: @Model(batch = 64)");
      return;
    }
    inferChannels(
        node, channels, "%s has %s channels".formatted(node.source("data"), channels));
    Dim known = node.shape("gamma").hasRank() ? node.shape("gamma").dim(0) : Dim.UNKNOWN;
    node.shape("data", Features.with(data, axis.get(), known), ProblemId.SHAPE_MISMATCH);
  }

  private static boolean checkNumbers(Inference node) {
    double eps = node.attributes().number("eps");
    if (!(eps >= 0 && Double.isFinite(eps))) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("eps"),
          "eps = %s, but it keeps the variance from being 0".formatted(Numbers.text(eps)),
          "use a small positive number: eps = 0.001");
      return false;
    }
    double momentum = node.attributes().number("momentum");
    if (!(momentum >= 0 && momentum <= 1)) {
      node.problem(
          ProblemId.BAD_ATTRIBUTE,
          node.attribute("momentum"),
          "momentum = %s is not between 0 and 1".formatted(Numbers.text(momentum)),
          "0.9 keeps nine tenths of the moving average in each step");
      return false;
    }
    return true;
  }

  private static void inferChannels(Inference node, Dim channels, String reason) {
    for (String argument : PER_CHANNEL) {
      node.shape(argument, PartialShape.of(channels), ProblemId.WEIGHT_SHAPE, reason);
    }
    if (node.attributes().flag("outputMeanVar")) {
      node.output(1, PartialShape.of(channels));
      node.output(2, PartialShape.of(channels));
    }
  }

  @Override
  public Value expand(Expansion node) {
    return expandAll(node).getFirst();
  }

  @Override
  public List<Value> expandAll(Expansion node) {
    boolean batch = node.training() && !node.attributes().flag("useGlobalStats");
    return batch ? normalizeByBatch(node) : normalizeByStates(node);
  }

  /// With `c = x - mean` the variance is the mean of c^2. Since c sums up to 0, the variance does not
  /// change with the mean, so the mean inside c is taken as a number without gradient, and c has
  /// only one. The mean's own gradient goes through the shift, where `mean - mean` is 0 and has one:
  ///
  ///     y = c * scale + shift,  scale = inverse * gamma,  shift = beta - (mean - number) * scale
  ///
  /// so that the reverse pass walks over the image only for sum(dy), for sum(dy * c) and for dx.
  private List<Value> normalizeByBatch(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    Shape channels = Axes.only(axis, x.shape());
    Dim count = x.shape().with(axis, Dim.ONE).size();
    Value mean = e.label("mean", mean(e, x, axis, count));
    Value number = withoutGradient(e, mean);
    Value centred = e.label("centred", e.subtract(x, e.broadcast(number, x.shape())));
    Value variance =
        e.label("variance", mean(e, e.multiply(centred, centred), axis, count));
    Value inverse = inverse(node, variance);
    Value scale = scale(node, inverse, channels);
    Value zero = e.label("zero", e.subtract(mean, number));
    Value shift =
        e.label(
            "shift",
            e.subtract(e.reshape(node.argument("beta"), channels), e.multiply(zero, scale)));
    Value y =
        e.add(
            e.multiply(centred, e.broadcast(scale, x.shape())), e.broadcast(shift, x.shape()));
    follow(node, "moving_mean", number);
    follow(node, "moving_var", withoutGradient(e, variance));
    return outputs(node, y, mean, inverse);
  }

  private List<Value> normalizeByStates(Expansion node) {
    Emitter e = node.emitter();
    Value x = node.argument("data");
    int axis = Axes.of(node.attributes().integer("axis"), x.shape().rank());
    Shape channels = Axes.only(axis, x.shape());
    Value mean = e.reshape(node.argument("moving_mean"), channels);
    Value inverse = inverse(node, e.reshape(node.argument("moving_var"), channels));
    Value scale = scale(node, inverse, channels);
    Value beta = e.reshape(node.argument("beta"), channels);
    Value centred = e.subtract(x, e.broadcast(mean, x.shape()));
    Value y =
        e.add(e.multiply(centred, e.broadcast(scale, x.shape())), e.broadcast(beta, x.shape()));
    return outputs(node, y, mean, inverse);
  }

  private static Value mean(Emitter e, Value x, int axis, Dim count) {
    Value sum =
        e.label("sum", e.reduce(Reduce.Kind.SUM, x, Axes.except(axis, x.shape().rank())));
    return e.divide(sum, e.size(count, sum.shape(), sum.type()));
  }

  private static Value withoutGradient(Emitter e, Value value) {
    return e.blockGradient(value);
  }

  private static Value inverse(Expansion node, Value variance) {
    Emitter e = node.emitter();
    Value eps = e.constant(node.attributes().number("eps"), variance);
    Value deviation =
        e.label("deviation", e.pointwise(PointwiseFunction.SQRT, e.add(variance, eps)));
    return e.label("inverse", e.divide(e.constant(1, variance), deviation));
  }

  private static Value scale(Expansion node, Value inverse, Shape channels) {
    Emitter e = node.emitter();
    return node.attributes().flag("fixGamma")
        ? inverse
        : e.label(
            "scale", e.multiply(inverse, e.reshape(node.argument("gamma"), channels)));
  }

  /// `state = state * momentum + value * (1 - momentum)`
  private static void follow(Expansion node, String state, Value value) {
    Emitter e = node.emitter();
    double momentum = node.attributes().number("momentum");
    Value old = node.argument(state);
    Value now = e.reshape(value, old.shape());
    node.assign(state, e.add(e.scale(old, momentum), e.scale(now, 1 - momentum)));
  }

  private List<Value> outputs(Expansion node, Value y, Value mean, Value inverse) {
    List<Value> outputs = new ArrayList<>(List.of(y));
    if (node.attributes().flag("outputMeanVar")) {
      for (Value value : List.of(mean, inverse)) {
        Value flat = node.emitter().reshape(value, node.argument("gamma").shape());
        outputs.add(withoutGradient(node.emitter(), flat));
      }
    }
    return outputs;
  }
}
