package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes values. The same primitive on the same inputs is made once (common subexpressions), and
/// operations that change nothing are left out.
public final class Emitter {
  private final Map<Primitive, Value> made;
  private final List<Value> values;
  private final Map<Value, String> labels;
  private final Origin origin;
  private final Movement movement = new Movement(this);

  public Emitter() {
    this(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new Origin("", ""));
  }

  private Emitter(
      Map<Primitive, Value> made, List<Value> values, Map<Value, String> labels, Origin origin) {
    this.made = made;
    this.values = values;
    this.labels = labels;
    this.origin = origin;
  }

  /// An emitter of the same graph that works on behalf of another layer.
  public Emitter on(Origin origin) {
    return new Emitter(made, values, labels, origin);
  }

  /// Everything made so far, inputs before their users.
  public List<Value> values() {
    return Collections.unmodifiableList(values);
  }

  /// Calls a value on the way to a layer's result by a word, which generated code uses: `mean`.
  public Value label(String word, Value value) {
    labels.putIfAbsent(value, word);
    return value;
  }

  /// What layers call values on the way to their results.
  public Optional<String> label(Value value) {
    return Optional.ofNullable(labels.get(value));
  }

  public Value emit(Primitive primitive) {
    Value known = made.get(primitive);
    if (known == null) {
      known = new Value(values.size(), primitive, origin);
      made.put(primitive, known);
      values.add(known);
    }
    return known;
  }

  /// The function at every place. Of float16 numbers it is computed in float32, and rounded.
  public Value pointwise(PointwiseFunction function, Value... inputs) {
    DataType type = inputs[0].type();
    if (type == DataType.FLOAT16 && function != PointwiseFunction.IDENTITY) {
      return cast(pointwise(function, cast(DataType.FLOAT32, inputs)), type);
    }
    return emit(new Pointwise(function, List.of(inputs)));
  }

  /// The same numbers in another type.
  public Value cast(Value value, DataType type) {
    if (value.type() == type) {
      return value;
    }
    if (value.primitive() instanceof Constant constant) {
      double number = Cast.of(constant.number(), constant.type(), type);
      return emit(new Constant(number, constant.shape(), type));
    }
    // there and back again, by way of a type that has all of its numbers
    boolean back =
        value.primitive() instanceof Cast inner
            && inner.input().type() == type
            && value.type() == type.carrier()
            && type != DataType.INT64;
    return back ? ((Cast) value.primitive()).input() : emit(new Cast(value, type));
  }

  private Value[] cast(DataType type, Value... values) {
    return Stream.of(values).map(value -> cast(value, type)).toArray(Value[]::new);
  }

  /// `number` everywhere, with the shape and type of `like`.
  public Value constant(double number, Value like) {
    return emit(new Constant(number, like.shape(), like.type()));
  }

  /// `size` as a number, everywhere.
  public Value size(Dim size, Shape shape, DataType type) {
    return emit(
        size.batch()
            ? new SizeConstant(size, shape, type)
            : new Constant(size.size(), shape, type));
  }

  public Value zeros(Value like) {
    return constant(0, like);
  }

  /// The sum; gradients of neighbouring slices of one value are put side by side instead.
  public Value add(Value a, Value b) {
    return movement.sum(a, b).orElseGet(() -> pointwise(PointwiseFunction.ADD, a, b));
  }

  public Value subtract(Value a, Value b) {
    return pointwise(PointwiseFunction.SUBTRACT, a, b);
  }

  /// The product; multiplying by a constant 1 is left out.
  public Value multiply(Value a, Value b) {
    if (isOne(a)) {
      return b;
    }
    return isOne(b) ? a : pointwise(PointwiseFunction.MULTIPLY, a, b);
  }

  /// `value * factor`
  public Value scale(Value value, double factor) {
    return multiply(value, constant(factor, value));
  }

  public Value divide(Value a, Value b) {
    return isOne(b) ? a : pointwise(PointwiseFunction.DIVIDE, a, b);
  }

  public Value negate(Value value) {
    return pointwise(PointwiseFunction.NEGATE, value);
  }

  /// `a > b ? x : y`
  public Value selectGreater(Value a, Value b, Value x, Value y) {
    return pointwise(PointwiseFunction.SELECT_GREATER, a, b, x, y);
  }

  /// `a == b ? x : y`
  public Value selectEqual(Value a, Value b, Value x, Value y) {
    return pointwise(PointwiseFunction.SELECT_EQUAL, a, b, x, y);
  }

  /// The index along `axis`, with the shape and type of `like`.
  public Value index(int axis, Value like) {
    return emit(new Index(axis, like.shape(), like.type()));
  }

  /// The same value, through which no gradient passes.
  public Value blockGradient(Value value) {
    return emit(new GradientOverride(value, Optional.empty()));
  }

  /// A loss: `output`, at which the backward pass starts with `gradient` for `target`, once for each
  /// loss that is asked for.
  public Value loss(Value output, Value target, Value gradient) {
    int losses =
        (int) values.stream().filter(value -> value.primitive() instanceof GradientOverride).count();
    GradientOverride.Rule rule = new GradientOverride.Rule(losses, target, gradient);
    return emit(new GradientOverride(output, Optional.of(rule)));
  }

  /// Random numbers from 0 to before 1, other ones than any asked for before.
  public Value randomUniform(Shape shape, DataType type) {
    int streams =
        (int) values.stream().filter(value -> value.primitive() instanceof RandomUniform).count();
    return emit(new RandomUniform(streams, shape, type));
  }

  /// Stretches axes of size 1 to those of `shape`, which has as many axes.
  public Value broadcast(Value value, Shape shape) {
    if (value.shape().equals(shape)) {
      return value;
    }
    return value.primitive() instanceof Constant constant
        ? emit(new Constant(constant.number(), shape, constant.type()))
        : emit(new Broadcast(value, shape));
  }

  /// Reduces `axes`, which stay as axes of size 1. What no kernel works on is computed in its carrier.
  public Value reduce(Reduce.Kind kind, Value value, List<Integer> axes) {
    if (axes.isEmpty()) {
      return value;
    }
    DataType type = value.type();
    return type.hasKernels()
        ? emit(new Reduce(kind, value, axes))
        : cast(reduce(kind, cast(value, type.carrier()), axes), type);
  }

  public Value reshape(Value value, Shape shape) {
    if (value.shape().equals(shape)) {
      return value;
    }
    return value.primitive() instanceof Reshape inner
        ? reshape(inner.input(), shape)
        : emit(new Reshape(value, shape));
  }

  /// Axis i of the result is axis `permutation.get(i)` of the value.
  public Value transpose(Value value, List<Integer> permutation) {
    return movement.transpose(value, permutation);
  }

  /// The part of a value that `ranges` say, one range an axis.
  public Value slice(Value value, List<Range> ranges) {
    return movement.slice(value, ranges);
  }

  /// The part of a value that `range` takes along one axis.
  public Value slice(Value value, int axis, Range range) {
    List<Range> ranges = new ArrayList<>(Range.whole(value.shape()));
    ranges.set(axis, range);
    return slice(value, ranges);
  }

  /// The value at `ranges` of an array of the shape `shape` that holds `number` elsewhere.
  public Value pad(Value value, List<Range> ranges, Shape shape, double number) {
    return movement.pad(value, ranges, shape, number);
  }

  /// The values one after another along `axis`.
  public Value concat(List<Value> values, int axis) {
    return movement.concat(values, axis);
  }

  private static boolean isOne(Value value) {
    return value.primitive() instanceof Constant constant && constant.number() == 1;
  }
}
