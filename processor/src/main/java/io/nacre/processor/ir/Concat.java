package io.nacre.processor.ir;

import java.util.ArrayList;
import java.util.List;

/// The inputs one after another along `axis`. Their other axes are equal; along this one all are
/// numbers or all are multiples of N, so that the sum is one too.
public record Concat(List<Value> inputs, int axis) implements Primitive {
  public Concat {
    inputs = List.copyOf(inputs);
    Value first = inputs.getFirst();
    Check.that(axis >= 0 && axis < first.shape().rank(), "axis %s of %s", axis, first.shape());
    for (Value input : inputs) {
      boolean fits =
          input.shape().rank() == first.shape().rank()
              && input.shape().with(axis, first.shape().dim(axis)).equals(first.shape())
              && input.shape().dim(axis).batch() == first.shape().dim(axis).batch();
      Check.that(fits, "axis %s of %s and %s", axis, first.shape(), input.shape());
      Check.sameType(first, input, "concat");
    }
  }

  @Override
  public Shape shape() {
    Shape first = inputs.getFirst().shape();
    long size = inputs.stream().mapToLong(input -> input.shape().dim(axis).size()).sum();
    return first.with(axis, new Dim(size, first.dim(axis).batch()));
  }

  @Override
  public DataType type() {
    return inputs.getFirst().type();
  }

  /// Where each input lies in the result.
  public List<List<Range>> parts() {
    List<List<Range>> parts = new ArrayList<>();
    long from = 0;
    for (Value input : inputs) {
      List<Range> ranges = new ArrayList<>(Range.whole(input.shape()));
      Dim size = input.shape().dim(axis);
      ranges.set(axis, Range.of(from, size));
      parts.add(ranges);
      from += size.size();
    }
    return parts;
  }

  /// Each input gets its part of dy; one that comes twice gets both.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    List<List<Range>> parts = parts();
    for (int i = 0; i < inputs.size(); i++) {
      if (gradients.wanted(inputs.get(i))) {
        gradients.add(inputs.get(i), gradients.emitter().slice(dy, parts.get(i)));
      }
    }
  }
}
