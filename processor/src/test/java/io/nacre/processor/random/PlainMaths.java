package io.nacre.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Functions of each element, with and without broadcasting, and what is computed along axes.
final class PlainMaths {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.ofEntries(
          Map.entry("Relu", x -> Math.max(x, 0)),
          Map.entry("Sigmoid", x -> 1 / (1 + Math.exp(-x))),
          Map.entry("Tanh", Math::tanh),
          Map.entry("SoftRelu", x -> Math.log1p(Math.exp(x))),
          Map.entry("SoftSign", x -> x / (1 + Math.abs(x))),
          Map.entry("Abs", Math::abs),
          Map.entry("Sin", Math::sin),
          Map.entry("Cos", Math::cos),
          Map.entry("ArcTan", Math::atan),
          Map.entry("Square", x -> x * x),
          Map.entry("Negative", x -> -x),
          Map.entry("Identity", x -> x),
          Map.entry("Elu", x -> x > 0 ? x : 0.25 * Math.expm1(x)),
          Map.entry(
              "Selu", x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x))));

  private static final Map<String, DoubleBinaryOperator> OPERATORS =
      Map.of(
          "Plus", Double::sum,
          "Minus", (a, b) -> a - b,
          "Times", (a, b) -> a * b,
          "Maximum", Math::max,
          "Minimum", Math::min);

  private static final Map<String, DoubleBinaryOperator> WITH_SCALARS =
      Map.of(
          "PlusScalar", Double::sum,
          "MinusScalar", (x, s) -> x - s,
          "RMinusScalar", (x, s) -> s - x,
          "TimesScalar", (x, s) -> x * s,
          "MaximumScalar", Math::max);

  private PlainMaths() {}

  static void addTo(Map<String, PlainLayer> layers) {
    FUNCTIONS.forEach(
        (name, f) -> layers.put(name, PlainLayer.of("data", call -> call.data("data").map(f))));
    layers.put("BlockGrad", PlainLayer.of("data", call -> call.constant(call.data("data"))));
    layers.put("Activation", PlainLayer.of("data", PlainMaths::activation));
    layers.put("LeakyRelu", PlainLayer.of("data", PlainMaths::leakyRelu));
    layers.put("PRelu", PlainLayer.of("data gamma?", PlainMaths::pRelu));
    layers.put("Clip", PlainLayer.of("data", PlainMaths::clip));
    layers.put("Dropout", PlainLayer.of("data", PlainMaths::dropout));
    OPERATORS.forEach(
        (name, f) -> {
          layers.put(name, PlainLayer.of("lhs rhs", call -> elementwise(call, f)));
          layers.put(
              "Broadcast" + name,
              PlainLayer.of(
                  "lhs rhs", call -> broadcast(call, call.data("lhs"), call.data("rhs"), f)));
        });
    WITH_SCALARS.forEach(
        (name, f) ->
            layers.put(
                name,
                PlainLayer.of(
                    "data",
                    call -> {
                      double scalar = call.number("value", 0);
                      return call.data("data").map(x -> f.applyAsDouble(x, scalar));
                    })));
    layers.put("AddN", PlainLayer.of("arg*", PlainMaths::addN));
    layers.put("Softmax", PlainLayer.of("data", call -> softmax(call, false)));
    layers.put("LogSoftmax", PlainLayer.of("data", call -> softmax(call, true)));
    layers.put("Sum", PlainLayer.of("data", call -> reduce(call, 0, Double::sum, false)));
    layers.put("Mean", PlainLayer.of("data", call -> reduce(call, 0, Double::sum, true)));
    layers.put(
        "Max",
        PlainLayer.of(
            "data",
            call -> {
              long different = Arrays.stream(call.data("data").values()).distinct().count();
              if (different < call.data("data").values().length) {
                call.notSmooth();
              }
              return reduce(call, Double.NEGATIVE_INFINITY, Math::max, false);
            }));
  }

  private static PlainArray activation(Call call) {
    String name =
        switch (call.constant("value", "")) {
          case "RELU" -> "Relu";
          case "SIGMOID" -> "Sigmoid";
          case "TANH" -> "Tanh";
          case "SOFTRELU" -> "SoftRelu";
          default -> "SoftSign";
        };
    return call.data("data").map(FUNCTIONS.get(name));
  }

  private static PlainArray leakyRelu(Call call) {
    double slope = call.number("slope", 0.25);
    return call.data("data").map(x -> x > 0 ? x : slope * x);
  }

  private static PlainArray pRelu(Call call) {
    PlainArray x = call.data("data");
    int channels = x.rank() > 1 ? x.dim(1) : 1;
    PlainArray slopes = call.parameter("gamma", channels);
    return PlainArray.of(
        x.shape(), i -> x.at(i) > 0 ? x.at(i) : slopes.at(channels > 1 ? i[1] : 0) * x.at(i));
  }

  private static PlainArray clip(Call call) {
    double least = call.number("min", 0);
    double most = call.number("max", 0);
    call.require(least <= most, "min above max");
    return call.data("data").map(x -> Math.min(Math.max(x, least), most));
  }

  private static PlainArray dropout(Call call) {
    double p = call.number("p", 0.5);
    call.require(p >= 0 && p < 1, "p = " + p);
    if (call.training() && p > 0) {
      throw new OpenModel("random numbers");
    }
    return call.data("data");
  }

  private static PlainArray elementwise(Call call, DoubleBinaryOperator f) {
    List<PlainArray> operands = call.alike(List.of("lhs", "rhs"));
    return operands.getFirst().with(operands.getLast(), f);
  }

  private static PlainArray addN(Call call) {
    return call.alike(call.names()).stream()
        .reduce((a, b) -> a.with(b, Double::sum))
        .orElseThrow();
  }

  static PlainArray broadcast(Call call, PlainArray a, PlainArray b, DoubleBinaryOperator f) {
    int rank = Math.max(a.rank(), b.rank());
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int one = dim(a, axis, rank);
      int two = dim(b, axis, rank);
      call.require(one == two || one == 1 || two == 1, a.text() + " and " + b.text());
      shape[axis] = Math.max(one, two);
    }
    return PlainArray.of(shape, i -> f.applyAsDouble(stretched(a, i), stretched(b, i)));
  }

  private static int dim(PlainArray x, int axis, int rank) {
    int own = axis - (rank - x.rank());
    return own < 0 ? 1 : x.dim(own);
  }

  /// The number at an index of a larger shape.
  static double stretched(PlainArray x, int[] index) {
    int[] own = new int[x.rank()];
    for (int axis = 0; axis < own.length; axis++) {
      own[axis] = x.dim(axis) == 1 ? 0 : index[axis + index.length - own.length];
    }
    return x.at(own);
  }

  private static PlainArray softmax(Call call, boolean log) {
    PlainArray x = call.data("data");
    int axis = call.axis("axis", -1, x.rank());
    double temperature = call.number("temperature", 1);
    call.require(temperature != 0, "temperature 0");
    return softmax(x.map(value -> value / temperature), axis, log);
  }

  static PlainArray softmax(PlainArray x, int axis, boolean log) {
    return PlainArray.of(
        x.shape(),
        i -> {
          double sum =
              IntStream.range(0, x.dim(axis))
                  .mapToDouble(k -> Math.exp(x.at(PlainArray.with(i, axis, k))))
                  .sum();
          return log ? x.at(i) - Math.log(sum) : Math.exp(x.at(i)) / sum;
        });
  }

  private static PlainArray reduce(
      Call call, double start, DoubleBinaryOperator f, boolean mean) {
    PlainArray x = call.data("data");
    List<Integer> named = call.axes("axis", x.rank());
    List<Integer> combined =
        IntStream.range(0, x.rank())
            .filter(axis -> named.isEmpty() || named.contains(axis) != call.flag("exclude"))
            .boxed()
            .toList();
    PlainArray y = reduce(x, combined, start, f);
    double count = mean ? (double) x.values().length / y.values().length : 1;
    PlainArray divided = y.map(value -> value / count);
    if (call.flag("keepdims")) {
      return divided;
    }
    List<Integer> left = new ArrayList<>();
    for (int axis = 0; axis < x.rank(); axis++) {
      if (!combined.contains(axis)) {
        left.add(x.dim(axis));
      }
    }
    return divided.reshaped(
        left.isEmpty() ? new int[] {1} : left.stream().mapToInt(dim -> dim).toArray());
  }

  /// The combined axes stay, with size 1.
  static PlainArray reduce(
      PlainArray x, List<Integer> axes, double start, DoubleBinaryOperator f) {
    int[] shape = x.shape().clone();
    axes.forEach(axis -> shape[axis] = 1);
    PlainArray y = PlainArray.of(shape, i -> start);
    int[] next = {0};
    PlainArray.forEach(
        x.shape(),
        i -> {
          int at = 0;
          for (int axis = 0; axis < shape.length; axis++) {
            at = at * shape[axis] + (shape[axis] == 1 ? 0 : i[axis]);
          }
          y.values()[at] = f.applyAsDouble(y.values()[at], x.values()[next[0]++]);
        });
    return y;
  }
}
