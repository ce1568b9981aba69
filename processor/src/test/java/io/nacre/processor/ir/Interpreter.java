package io.nacre.processor.ir;

import io.nacre.runtime.kernel.DoubleErfinvMath;
import io.nacre.runtime.kernel.DoubleGammaMath;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Computes the values of a graph for one N, in float64, element by element and with no thought of
/// speed: the reference for whatever is compiled. Long because it has a method for each primitive.
public final class Interpreter {
  private final long n;
  private final Map<String, double[]> feeds;
  private final Map<Value, double[]> results = new HashMap<>();

  private Interpreter(long n, Map<String, double[]> feeds) {
    this.n = n;
    this.feeds = feeds;
  }

  /// The elements of `targets`, in C order.
  ///
  /// @param n the batch size
  /// @param feeds the elements of every variable that `targets` depend on; the gradient of the head
  ///     `out` is fed as `out` too, so it has that name with `_grad` after it
  public static Map<Value, double[]> evaluate(
      Collection<Value> targets, long n, Map<String, double[]> feeds) {
    Interpreter interpreter = new Interpreter(n, feeds);
    for (Value value : Reachable.from(targets)) {
      double[] result = interpreter.compute(value.primitive());
      int size = interpreter.size(value.shape());
      if (result.length != size) {
        throw new IllegalStateException(
            "%s has %d elements instead of %d".formatted(value.primitive(), result.length, size));
      }
      interpreter.results.put(value, result);
    }
    return interpreter.results;
  }

  private int[] sizes(Shape shape) {
    return shape.dims().stream()
        .mapToInt(dim -> Math.toIntExact(dim.batch() ? dim.size() * n : dim.size()))
        .toArray();
  }

  private int size(Shape shape) {
    return IntStream.of(sizes(shape)).reduce(1, Math::multiplyExact);
  }

  private double[] filled(Shape shape, double number) {
    double[] y = new double[size(shape)];
    java.util.Arrays.fill(y, number);
    return y;
  }

  private double[] compute(Primitive primitive) {
    return switch (primitive) {
      case Variable variable -> variable(variable);
      case Constant constant -> filled(constant.shape(), constant.number());
      case SizeConstant constant -> filled(constant.shape(), sizes(Shape.of(constant.size()))[0]);
      case Index index -> index(index);
      case RandomUniform random -> new SplittableRandom(random.stream()).doubles(size(random.shape())).toArray();
      case Custom custom -> throw new IllegalArgumentException("not Nacre's to compute: " + custom);
      case Assign assign -> results.get(assign.input());
      case Cast cast -> cast(cast);
      case Pointwise pointwise -> pointwise(pointwise);
      case Reduce reduce -> reduce(reduce);
      case Broadcast broadcast -> broadcast(broadcast);
      case Reshape reshape -> results.get(reshape.input());
      case Transpose transpose -> transpose(transpose);
      case Slice slice -> slice(slice);
      case Pad pad -> pad(pad);
      case Concat concat -> concat(concat);
      case MatMul product -> multiply(product);
      case Gather gather -> gather(gather);
      case ScatterAdd scatter -> scatterAdd(scatter);
      case SortOrder order -> order(order);
      case Convolution convolution ->
          WindowReference.forward(
              convolution.filters(),
              sizes(convolution.x().shape())[0],
              results.get(convolution.x()),
              results.get(convolution.w()));
      case ConvolutionDataGradient gradient ->
          WindowReference.dataGradient(
              gradient.filters(),
              sizes(gradient.dy().shape())[0],
              results.get(gradient.dy()),
              results.get(gradient.w()));
      case ConvolutionWeightGradient gradient ->
          WindowReference.weightGradient(
              gradient.filters(),
              sizes(gradient.x().shape())[0],
              results.get(gradient.x()),
              results.get(gradient.dy()));
      case Pool pool -> PoolReference.forward(pool, results.get(pool.x()));
      case PoolGradient gradient ->
          PoolReference.gradient(
              gradient.pool(),
              results.get(gradient.pool().x()),
              results.get(gradient.y()),
              results.get(gradient.dy()));
      case GradientOverride override -> results.get(override.output());
    };
  }

  private double[] variable(Variable variable) {
    String name =
        switch (variable.role()) {
          case HEAD_GRADIENT -> variable.name() + "_grad";
          case GRADIENT -> variable.name() + "_earlier";
          case INPUT, PARAMETER, AUXILIARY -> variable.name();
        };
    double[] fed = feeds.get(name);
    if (fed == null || fed.length != size(variable.shape())) {
      throw new IllegalArgumentException(
          "%s wants %d elements".formatted(name, size(variable.shape())));
    }
    return fed;
  }

  private double[] index(Index index) {
    int[] sizes = sizes(index.shape());
    return IntStream.range(0, size(index.shape()))
        .mapToDouble(at -> position(sizes, at)[index.axis()])
        .toArray();
  }

  /// The indices of the element at `offset`.
  private static int[] position(int[] sizes, int offset) {
    int[] position = new int[sizes.length];
    int rest = offset;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      position[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return position;
  }

  private static int offset(int[] sizes, int[] position) {
    int offset = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      // an axis of size 1 stretches
      offset = offset * sizes[axis] + (sizes[axis] == 1 ? 0 : position[axis]);
    }
    return offset;
  }

  private double[] order(SortOrder order) {
    double[] x = results.get(order.input());
    int[] sizes = sizes(order.shape());
    int size = sizes[order.axis()];
    int inner = 1;
    for (int axis = order.axis() + 1; axis < sizes.length; axis++) {
      inner *= sizes[axis];
    }
    double[] y = new double[x.length];
    for (int list = 0; list < x.length / size; list++) {
      int start = list / inner * size * inner + list % inner;
      int step = inner;
      Comparator<Integer> byElement = Comparator.comparingDouble(k -> x[start + k * step]);
      List<Integer> places =
          IntStream.range(0, size)
              .boxed()
              .sorted(order.ascending() ? byElement : byElement.reversed())
              .toList();
      for (int k = 0; k < size; k++) {
        y[start + k * step] = places.get(k);
      }
    }
    return y;
  }

  private double[] cast(Cast cast) {
    return DoubleStream.of(results.get(cast.input()))
        .map(number -> Cast.of(number, cast.input().type(), cast.type()))
        .toArray();
  }

  private double[] pointwise(Pointwise pointwise) {
    List<double[]> inputs = pointwise.inputs().stream().map(results::get).toList();
    double[] y = new double[inputs.getFirst().length];
    for (int i = 0; i < y.length; i++) {
      int at = i;
      double[] x = inputs.stream().mapToDouble(input -> input[at]).toArray();
      y[i] = apply(pointwise.function(), x);
    }
    return y;
  }

  private static double apply(PointwiseFunction function, double[] x) {
    return switch (function) {
      case IDENTITY -> x[0];
      case ADD -> x[0] + x[1];
      case SUBTRACT -> x[0] - x[1];
      case MULTIPLY -> x[0] * x[1];
      case DIVIDE -> x[0] / x[1];
      case NEGATE -> -x[0];
      case ABS -> Math.abs(x[0]);
      case SQRT -> Math.sqrt(x[0]);
      case EXP -> Math.exp(x[0]);
      case LOG -> Math.log(x[0]);
      case RELU -> Math.max(x[0], 0);
      case SIGMOID -> 1 / (1 + Math.exp(-x[0]));
      case TANH -> Math.tanh(x[0]);
      case SOFTRELU -> Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0])));
      case SOFTSIGN -> x[0] / (1 + Math.abs(x[0]));
      case ERF -> erf(x[0]);
      case MAXIMUM -> Math.max(x[0], x[1]);
      case MINIMUM -> Math.min(x[0], x[1]);
      case POWER -> Math.pow(x[0], x[1]);
      case MODULO -> x[1] == 0 ? 0 : x[0] - Math.floor(x[0] / x[1]) * x[1];
      case HYPOT -> Math.hypot(x[0], x[1]);
      case CBRT -> Math.cbrt(x[0]);
      case EXPM1 -> Math.expm1(x[0]);
      case LOG1P -> Math.log1p(x[0]);
      case LOG2 -> Math.log(x[0]) / Math.log(2);
      case LOG10 -> Math.log10(x[0]);
      case SIN -> Math.sin(x[0]);
      case COS -> Math.cos(x[0]);
      case TAN -> Math.tan(x[0]);
      case ARCSIN -> Math.asin(x[0]);
      case ARCCOS -> Math.acos(x[0]);
      case ARCTAN -> Math.atan(x[0]);
      case SINH -> Math.sinh(x[0]);
      case COSH -> Math.cosh(x[0]);
      case ARCSINH -> Math.log(x[0] + Math.sqrt(x[0] * x[0] + 1));
      case ARCCOSH -> Math.log(x[0] + Math.sqrt(x[0] * x[0] - 1));
      case ARCTANH -> Math.log((1 + x[0]) / (1 - x[0])) / 2;
      case FLOOR -> Math.floor(x[0]);
      case CEIL -> Math.ceil(x[0]);
      case ROUND -> Math.copySign(Math.floor(Math.abs(x[0]) + 0.5), x[0]);
      case RINT -> Math.ceil(x[0] - 0.5);
      case TRUNC -> x[0] < 0 ? Math.ceil(x[0]) : Math.floor(x[0]);
      // what the runtime's tests hold against references
      case GAMMA -> DoubleGammaMath.gamma(x[0]);
      case GAMMALN -> DoubleGammaMath.gammaln(x[0]);
      case DIGAMMA -> DoubleGammaMath.digamma(x[0]);
      case TRIGAMMA -> DoubleGammaMath.trigamma(x[0]);
      case ERFINV -> DoubleErfinvMath.erfinv(x[0]);
      case SELECT_GREATER -> x[0] > x[1] ? x[2] : x[3];
      case SELECT_EQUAL -> x[0] == x[1] ? x[2] : x[3];
    };
  }

  /// `2 / sqrt(pi) * e^(-x^2) * sum over k of 2^k x^(2k+1) / (1 * 3 * ... * (2k+1))`
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double sum = 0;
    double term = x;
    for (int k = 0; sum + term != sum; k++) {
      sum += term;
      term *= 2 * x * x / (2 * k + 3);
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  private double[] reduce(Reduce reduce) {
    int[] from = sizes(reduce.input().shape());
    int[] to = sizes(reduce.shape());
    double[] x = results.get(reduce.input());
    double[] y =
        filled(
            reduce.shape(),
            switch (reduce.kind()) {
              case SUM -> 0;
              case PRODUCT -> 1;
              case MAX -> Double.NEGATIVE_INFINITY;
              case MIN -> Double.POSITIVE_INFINITY;
            });
    for (int i = 0; i < x.length; i++) {
      int at = offset(to, position(from, i));
      y[at] =
          switch (reduce.kind()) {
            case SUM -> y[at] + x[i];
            case PRODUCT -> y[at] * x[i];
            case MAX -> Math.max(y[at], x[i]);
            case MIN -> Math.min(y[at], x[i]);
          };
    }
    return y;
  }

  private double[] broadcast(Broadcast broadcast) {
    int[] from = sizes(broadcast.input().shape());
    int[] to = sizes(broadcast.shape());
    double[] x = results.get(broadcast.input());
    return IntStream.range(0, size(broadcast.shape()))
        .mapToDouble(at -> x[offset(from, position(to, at))])
        .toArray();
  }

  private double[] transpose(Transpose transpose) {
    int[] from = sizes(transpose.input().shape());
    int[] to = sizes(transpose.shape());
    double[] x = results.get(transpose.input());
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int[] old = position(from, i);
      int[] moved = transpose.permutation().stream().mapToInt(axis -> old[axis]).toArray();
      y[offset(to, moved)] = x[i];
    }
    return y;
  }

  private double[] slice(Slice slice) {
    double[] x = results.get(slice.input());
    return IntStream.of(places(slice.shape(), slice.ranges(), slice.input().shape()))
        .mapToDouble(place -> x[place])
        .toArray();
  }

  private double[] pad(Pad pad) {
    double[] y = filled(pad.shape(), pad.number());
    put(results.get(pad.input()), places(pad.input().shape(), pad.ranges(), pad.shape()), y);
    return y;
  }

  private double[] concat(Concat concat) {
    double[] y = new double[size(concat.shape())];
    for (int i = 0; i < concat.inputs().size(); i++) {
      Value part = concat.inputs().get(i);
      int[] places = places(part.shape(), concat.parts().get(i), concat.shape());
      put(results.get(part), places, y);
    }
    return y;
  }

  private static void put(double[] part, int[] places, double[] y) {
    for (int i = 0; i < places.length; i++) {
      y[places[i]] = part[i];
    }
  }

  /// For each element of a part its place in `whole`.
  private int[] places(Shape part, List<Range> ranges, Shape whole) {
    int[] sizes = sizes(part);
    int[] dims = sizes(whole);
    return IntStream.range(0, size(part))
        .map(
            at -> {
              int[] position = position(sizes, at);
              for (int axis = 0; axis < dims.length; axis++) {
                Range range = ranges.get(axis);
                int step = range.step();
                int index = step > 0 ? position[axis] : sizes[axis] - 1 - position[axis];
                long first = range.from() * (range.size().batch() ? n : 1);
                position[axis] = Math.toIntExact(first + (long) index * Math.abs(step));
              }
              int place = 0;
              for (int axis = 0; axis < dims.length; axis++) {
                place = place * dims[axis] + position[axis];
              }
              return place;
            })
        .toArray();
  }

  private double[] multiply(MatMul product) {
    int count = sizes(Shape.of(product.count()))[0];
    int m = sizes(Shape.of(product.m()))[0];
    int n = sizes(Shape.of(product.n()))[0];
    int k = sizes(Shape.of(product.k()))[0];
    double[] a = results.get(product.a());
    double[] b = results.get(product.b());
    double[] c = new double[count * m * n];
    for (int at = 0; at < c.length; at++) {
      int row = at / n % m;
      int column = at % n;
      int left = at / (m * n) * m * k;
      int right = at / (m * n) * k * n;
      for (int i = 0; i < k; i++) {
        c[at] +=
            switch (product.form()) {
              case NN -> a[left + row * k + i] * b[right + i * n + column];
              case NT -> a[left + row * k + i] * b[right + column * k + i];
              case TN -> a[left + i * m + row] * b[right + i * n + column];
            };
      }
    }
    return c;
  }

  private double[] gather(Gather gather) {
    double[] x = results.get(gather.table());
    double[] y = new double[size(gather.shape())];
    int[] table = sizes(gather.table().shape());
    for (int at = 0; at < y.length; at++) {
      int[] place = position(sizes(gather.shape()), at);
      place[1] = row(gather.mode(), gather.indices(), place, table[1]);
      y[at] = x[offset(table, place)];
    }
    return y;
  }

  private double[] scatterAdd(ScatterAdd scatter) {
    double[] y = results.get(scatter.values());
    double[] x = new double[size(scatter.shape())];
    int[] table = sizes(scatter.shape());
    for (int at = 0; at < y.length; at++) {
      int[] place = position(sizes(scatter.values().shape()), at);
      place[1] = row(scatter.mode(), scatter.indices(), place, table[1]);
      x[offset(table, place)] += y[at];
    }
    return x;
  }

  private int row(Gather.Mode mode, Value indices, int[] place, int rows) {
    double index = results.get(indices)[offset(sizes(indices.shape()), place)];
    return switch (mode) {
      case CLIP -> (int) Math.max(0, Math.min(index, rows - 1));
      case WRAP -> Math.floorMod((int) index, rows);
      case RAISE -> {
        if (!(index > -1 && index < rows)) {
          throw new IndexOutOfBoundsException(index + " of " + rows);
        }
        yield (int) index;
      }
    };
  }
}
