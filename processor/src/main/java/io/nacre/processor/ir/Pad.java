package io.nacre.processor.ir;

import java.util.List;

/// The input in a larger array that holds `number` elsewhere:
/// `y[range0(i), range1(j), ...] = x[i, j, ...]`. With 0 it is the gradient of a [Slice].
public record Pad(Value input, List<Range> ranges, Shape shape, double number)
    implements Primitive {
  public Pad {
    ranges = List.copyOf(ranges);
    Slice.checkRanges(ranges, shape);
    Check.shape(input, Slice.sizes(ranges), "padding");
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// dx = the part of dy where x was put.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    gradients.add(input, gradients.emitter().slice(dy, ranges));
  }
}
