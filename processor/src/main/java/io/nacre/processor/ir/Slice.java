package io.nacre.processor.ir;

import java.util.List;

/// A part of the input, one range an axis: `y[i, j, ...] = x[range0(i), range1(j), ...]`.
public record Slice(Value input, List<Range> ranges) implements Primitive {
  public Slice {
    ranges = List.copyOf(ranges);
    checkRanges(ranges, input.shape());
  }

  static void checkRanges(List<Range> ranges, Shape shape) {
    boolean fits = ranges.size() == shape.rank();
    for (int axis = 0; fits && axis < shape.rank(); axis++) {
      fits = ranges.get(axis).isIn(shape.dim(axis));
    }
    Check.that(fits, "%s of %s", ranges, shape);
  }

  static Shape sizes(List<Range> ranges) {
    return new Shape(ranges.stream().map(Range::size).toList());
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public Shape shape() {
    return sizes(ranges);
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// dx = dy where it was taken from, 0 elsewhere.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(input, gradients.emitter().pad(dy, ranges, input.shape(), 0));
  }
}
