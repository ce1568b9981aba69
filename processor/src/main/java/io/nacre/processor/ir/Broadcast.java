package io.nacre.processor.ir;

import java.util.List;
import java.util.stream.IntStream;

/// Stretches axes of size 1 to those of `shape`; the number of axes is the same.
public record Broadcast(Value input, Shape shape) implements Primitive {
  public Broadcast {
    Check.that(input.shape().rank() == shape.rank(), "%s to %s", input.shape(), shape);
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim from = input.shape().dim(axis);
      Check.that(
          from.is(1) || from.equals(shape.dim(axis)), "%s to %s", input.shape(), shape);
    }
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// dx = the sum of dy over the stretched axes.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    List<Integer> stretched =
        IntStream.range(0, shape.rank())
            .filter(axis -> !input.shape().dim(axis).equals(shape.dim(axis)))
            .boxed()
            .toList();
    gradients.add(input, gradients.emitter().reduce(Reduce.Kind.SUM, dy, stretched));
  }
}
