package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the primitives that move elements, for [Emitter], and leaves out whatever can be left out:
/// what changes nothing, what a reshape can do, and steps of which one does the work of two.
final class Movement {
  /// A concatenation of more parts is made of concatenations, so that no step grows without bound.
  private static final int MOST_PARTS = 64;

  private final Emitter e;

  Movement(Emitter emitter) {
    this.e = emitter;
  }

  Value transpose(Value value, List<Integer> permutation) {
    Shape shape = Transpose.permuted(value.shape(), permutation);
    if (keepsOrder(value.shape(), permutation)) {
      return e.reshape(value, shape);
    }
    return switch (value.primitive()) {
      case Transpose inner ->
          transpose(inner.input(), permutation.stream().map(inner.permutation()::get).toList());
      case Broadcast stretched -> e.broadcast(transpose(stretched.input(), permutation), shape);
      case Index index ->
          e.emit(new Index(permutation.indexOf(index.axis()), shape, index.type()));
      default -> uniform(value, shape).orElseGet(() -> e.emit(new Transpose(value, permutation)));
    };
  }

  /// Whether only axes of size 1 change their places, so that the elements stay where they are.
  private static boolean keepsOrder(Shape shape, List<Integer> permutation) {
    List<Integer> moved = permutation.stream().filter(axis -> !shape.dim(axis).is(1)).toList();
    return moved.equals(moved.stream().sorted().toList());
  }

  Value slice(Value value, List<Range> ranges) {
    if (isWhole(ranges, value.shape())) {
      return value;
    }
    Shape shape = Slice.sizes(ranges);
    Optional<Value> simpler =
        switch (value.primitive()) {
          case Slice inner -> Optional.of(slice(inner.input(), within(ranges, inner.ranges())));
          case Broadcast stretched -> Optional.of(sliceStretched(stretched, ranges));
          case Concat concat -> sliceOfPart(concat, ranges);
          default -> uniform(value, shape);
        };
    return simpler.orElseGet(() -> e.emit(new Slice(value, ranges)));
  }

  private static boolean isWhole(List<Range> ranges, Shape shape) {
    return ranges.equals(Range.whole(shape));
  }

  private static List<Range> within(List<Range> outer, List<Range> inner) {
    return IntStream.range(0, outer.size())
        .mapToObj(axis -> outer.get(axis).within(inner.get(axis)))
        .toList();
  }

  /// Slices what is stretched along the other axes, and stretches less along these.
  private Value sliceStretched(Broadcast stretched, List<Range> ranges) {
    Value input = stretched.input();
    List<Range> kept = new ArrayList<>();
    for (int axis = 0; axis < ranges.size(); axis++) {
      Dim size = input.shape().dim(axis);
      boolean same = size.equals(stretched.shape().dim(axis));
      kept.add(same ? ranges.get(axis) : Range.whole(size));
    }
    return e.broadcast(slice(input, kept), Slice.sizes(ranges));
  }

  /// The same slice of one part, if it lies in one.
  private Optional<Value> sliceOfPart(Concat concat, List<Range> ranges) {
    int axis = concat.axis();
    Range wanted = ranges.get(axis);
    List<List<Range>> parts = concat.parts();
    for (int i = 0; i < parts.size(); i++) {
      Range part = parts.get(i).get(axis);
      if (part.from() <= wanted.from() && wanted.end() <= part.end()) {
        List<Range> inPart = new ArrayList<>(ranges);
        inPart.set(axis, new Range(wanted.from() - part.from(), wanted.size(), wanted.step()));
        return Optional.of(slice(concat.inputs().get(i), inPart));
      }
    }
    return Optional.empty();
  }

  Value pad(Value value, List<Range> ranges, Shape shape, double number) {
    if (isWhole(ranges, shape)) {
      return value;
    }
    boolean same = value.primitive() instanceof Constant constant && constant.number() == number;
    return same
        ? e.emit(new Constant(number, shape, value.type()))
        : e.emit(new Pad(value, ranges, shape, number));
  }

  /// The sum of two values that are 0 but for neighbouring parts is their concatenation in zeros:
  /// what the gradients of the slices of one value add up to.
  Optional<Value> sum(Value a, Value b) {
    if (!(a.primitive() instanceof Pad left && b.primitive() instanceof Pad right)
        || left.number() != 0
        || right.number() != 0
        || !left.shape().equals(right.shape())) {
      return Optional.empty();
    }
    List<Integer> differing =
        IntStream.range(0, left.ranges().size())
            .filter(axis -> !left.ranges().get(axis).equals(right.ranges().get(axis)))
            .boxed()
            .toList();
    if (differing.size() != 1) {
      return Optional.empty();
    }
    int axis = differing.getFirst();
    return right.ranges().get(axis).from() < left.ranges().get(axis).from()
        ? joined(right, left, axis)
        : joined(left, right, axis);
  }

  private Optional<Value> joined(Pad low, Pad high, int axis) {
    List<Range> ranges = new ArrayList<>(low.ranges());
    Optional<Range> both = neighbours(low.ranges().get(axis), high.ranges().get(axis));
    both.ifPresent(range -> ranges.set(axis, range));
    return both.map(
        range ->
            pad(
                concat(flat(List.of(low.input(), high.input()), axis), axis),
                ranges,
                low.shape(),
                0));
  }

  /// Both as one, if they are dense, in rising order and next to each other.
  private static Optional<Range> neighbours(Range low, Range high) {
    boolean dense = low.step() == 1 && high.step() == 1 && low.end() == high.from();
    Dim size = new Dim(low.size().size() + high.size().size(), low.size().batch());
    return dense ? Optional.of(Range.of(low.from(), size)) : Optional.empty();
  }

  /// One that is a concatenation itself stays one: a network that joins each layer's output to all that
  /// came before would otherwise have a number of copies that grows with the square of its depth.
  Value concat(List<Value> values, int axis) {
    List<Value> parts = new ArrayList<>();
    for (Value part : values) {
      Optional<Value> both =
          parts.isEmpty() ? Optional.empty() : together(parts.getLast(), part, axis);
      both.ifPresent(joined -> parts.set(parts.size() - 1, joined));
      if (both.isEmpty()) {
        parts.add(part);
      }
    }
    while (parts.size() > MOST_PARTS) {
      List<Value> chunk = parts.subList(parts.size() - MOST_PARTS, parts.size());
      Value joined = e.emit(new Concat(chunk, axis));
      chunk.clear();
      parts.add(joined);
    }
    return parts.size() == 1 ? parts.getFirst() : e.emit(new Concat(parts, axis));
  }

  /// The values, with the parts of those that are concatenations themselves.
  private static List<Value> flat(List<Value> values, int axis) {
    return values.stream()
        .flatMap(
            value ->
                value.primitive() instanceof Concat inner && inner.axis() == axis
                    ? inner.inputs().stream()
                    : Stream.of(value))
        .toList();
  }

  /// Two parts of one value that lie side by side, or one number twice.
  private Optional<Value> together(Value left, Value right, int axis) {
    if (left.primitive() instanceof Constant a
        && right.primitive() instanceof Constant b
        && Double.compare(a.number(), b.number()) == 0) {
      return uniform(left, new Concat(List.of(left, right), axis).shape());
    }
    if (!(left.primitive() instanceof Slice low && right.primitive() instanceof Slice high)
        || low.input() != high.input()) {
      return Optional.empty();
    }
    List<Range> ranges = new ArrayList<>(low.ranges());
    List<Range> others = new ArrayList<>(high.ranges());
    others.set(axis, ranges.get(axis));
    return ranges.equals(others)
        ? neighbours(ranges.get(axis), high.ranges().get(axis))
            .map(
                range -> {
                  ranges.set(axis, range);
                  return slice(low.input(), ranges);
                })
        : Optional.empty();
  }

  /// The same number in another shape, if `value` is one number everywhere.
  private Optional<Value> uniform(Value value, Shape shape) {
    return switch (value.primitive()) {
      case Constant constant ->
          Optional.of(e.emit(new Constant(constant.number(), shape, value.type())));
      case SizeConstant size ->
          Optional.of(e.emit(new SizeConstant(size.size(), shape, value.type())));
      default -> Optional.empty();
    };
  }
}
