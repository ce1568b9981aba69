package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Normalizations.
final class PlainNorms {
  private PlainNorms() {}

  static void addTo(Map<String, PlainLayer> layers) {
    layers.put(
        "BatchNorm",
        PlainLayer.of("data gamma? beta? moving_mean? moving_var?", PlainNorms::batchNorm));
    layers.put("LayerNorm", PlainLayer.of("data gamma? beta?", PlainNorms::layerNorm));
    layers.put("L2Normalization", PlainLayer.of("data", PlainNorms::l2));
    layers.put("LRN", PlainLayer.of("data", PlainNorms::lrn));
  }

  private static PlainArray batchNorm(Call call) {
    PlainArray x = call.data("data");
    int axis = call.axis("axis", 1, x.rank());
    double eps = call.number("eps", 1e-3);
    double momentum = call.number("momentum", 0.9);
    call.require(eps >= 0, "eps = " + eps);
    call.require(momentum >= 0 && momentum <= 1, "momentum = " + momentum);
    int channels = x.dim(axis);
    PlainArray gamma = call.parameter("gamma", channels);
    PlainArray beta = call.parameter("beta", channels);
    PlainArray movingMean = call.parameter("moving_mean", channels);
    PlainArray movingVar = call.variable("moving_var", Variables.Kind.POSITIVE, channels);
    PlainArray mean = movingMean;
    PlainArray var = movingVar;
    if (call.training() && !call.flag("useGlobalStats")) {
      List<Integer> others = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
      others.remove(Integer.valueOf(axis));
      mean = mean(x, others).reshaped(channels);
      var = variance(x, others).reshaped(channels);
    }
    boolean fixed = !call.written("fixGamma") || call.flag("fixGamma");
    PlainArray m = mean;
    PlainArray v = var;
    return PlainArray.of(
        x.shape(),
        i -> {
          int c = i[axis];
          double z = (x.at(i) - m.at(c)) / Math.sqrt(v.at(c) + eps);
          return z * (fixed ? 1 : gamma.at(c)) + beta.at(c);
        });
  }

  private static PlainArray mean(PlainArray x, List<Integer> axes) {
    PlainArray sum = PlainMaths.reduce(x, axes, 0, Double::sum);
    double count = (double) x.values().length / sum.values().length;
    return sum.map(value -> value / count);
  }

  private static PlainArray variance(PlainArray x, List<Integer> axes) {
    PlainArray mean = mean(x, axes);
    return mean(
        PlainArray.of(x.shape(), i -> Math.pow(x.at(i) - PlainMaths.stretched(mean, i), 2)), axes);
  }

  private static PlainArray layerNorm(Call call) {
    PlainArray x = call.data("data");
    int axis = call.axis("axis", -1, x.rank());
    double eps = call.number("eps", 1e-5);
    call.require(eps > 0, "eps = " + eps);
    PlainArray gamma = call.parameter("gamma", x.dim(axis));
    PlainArray beta = call.parameter("beta", x.dim(axis));
    PlainArray mean = mean(x, List.of(axis));
    PlainArray var = variance(x, List.of(axis));
    return PlainArray.of(
        x.shape(),
        i ->
            (x.at(i) - PlainMaths.stretched(mean, i))
                    / Math.sqrt(PlainMaths.stretched(var, i) + eps)
                    * gamma.at(i[axis])
                + beta.at(i[axis]));
  }

  /// Over all of a sample.
  private static PlainArray l2(Call call) {
    PlainArray x = call.data("data");
    call.require(x.rank() > 0, "no samples in " + x.text());
    double eps = call.number("eps", 1e-10);
    call.require(eps > 0, "eps = " + eps);
    PlainArray squares =
        PlainMaths.reduce(
            x.map(value -> value * value),
            IntStream.range(1, x.rank()).boxed().toList(),
            0,
            Double::sum);
    return PlainArray.of(
        x.shape(), i -> x.at(i) / Math.sqrt(PlainMaths.stretched(squares, i) + eps));
  }

  private static PlainArray lrn(Call call) {
    PlainArray x = call.data("data");
    call.require(x.rank() == 4, "no image: " + x.text());
    int size = call.positive("nsize", 0);
    call.require(size % 2 == 1, "nsize = " + size);
    return PlainArray.of(
        x.shape(),
        i -> {
          double squares = 0;
          for (int c = i[1] - size / 2; c <= i[1] + size / 2; c++) {
            if (c >= 0 && c < x.dim(1)) {
              squares += Math.pow(x.at(PlainArray.with(i, 1, c)), 2);
            }
          }
          return x.at(i) / Math.pow(2 + 1e-4 / size * squares, 0.75);
        });
  }
}
