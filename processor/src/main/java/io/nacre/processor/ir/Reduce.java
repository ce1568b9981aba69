package io.nacre.processor.ir;

import java.util.List;

/// Combines all elements along `axes`, which stay as axes of size 1.
///
/// The order of a sum depends on the shape alone: see the generated loops.
public record Reduce(Kind kind, Value input, List<Integer> axes) implements Primitive {

  /// How elements are combined.
  public enum Kind {
    SUM,
    MAX
  }

  public Reduce {
    axes = axes.stream().sorted().distinct().toList();
    for (int axis : axes) {
      Check.that(axis >= 0 && axis < input.shape().rank(), "axis %s of %s", axis, input.shape());
    }
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public Shape shape() {
    Shape reduced = input.shape();
    for (int axis : axes) {
      reduced = reduced.with(axis, Dim.ONE);
    }
    return reduced;
  }

  @Override
  public DataType type() {
    return input.type();
  }

  /// SUM: dx = dy, stretched. MAX: dx = dy where x is the maximum, at each place of a tie.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    Emitter e = gradients.emitter();
    Value stretched = e.broadcast(dy, input.shape());
    gradients.add(
        input,
        switch (kind) {
          case SUM -> stretched;
          case MAX ->
              e.selectEqual(
                  input, e.broadcast(y, input.shape()), stretched, e.zeros(stretched));
        });
  }

  @Override
  public Dim flops() {
    return input.shape().size();
  }
}
