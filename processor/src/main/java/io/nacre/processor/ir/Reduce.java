package io.nacre.processor.ir;

import java.util.List;

/// Combines all elements along `axes`, which stay as axes of size 1.
///
/// The order of a sum depends on the shape alone: see the generated loops.
public record Reduce(Kind kind, Value input, List<Integer> axes) implements Primitive {

  /// How elements are combined.
  public enum Kind {
    SUM,
    PRODUCT,
    MAX,
    MIN
  }

  public Reduce {
    axes = axes.stream().sorted().distinct().toList();
    Check.that(input.type().hasKernels(), "a reduction of %s", input.type());
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

  /// SUM: dx = dy, stretched. PRODUCT: dx = dy times the product of the others. MAX, MIN: dx = dy
  /// where x is the maximum or minimum, at each place of a tie.
  @Override
  public void differentiate(Value y, Value dy, Gradients gradients) {
    Emitter e = gradients.emitter();
    Value stretched = e.broadcast(dy, input.shape());
    gradients.add(
        input,
        switch (kind) {
          case SUM -> stretched;
          case PRODUCT -> productGradient(e, stretched);
          case MAX, MIN ->
              e.selectEqual(
                  input, e.broadcast(y, input.shape()), stretched, e.zeros(stretched));
        });
  }

  /// With P the product of all that are not 0, the product of the others is P / x, and P where x
  /// itself is 0; but it is 0 where one of the others is.
  private Value productGradient(Emitter e, Value dy) {
    Value zero = e.zeros(input);
    Value one = e.constant(1, input);
    Value factors = e.selectEqual(input, zero, one, input);
    Value product = e.broadcast(e.reduce(Kind.PRODUCT, factors, axes), input.shape());
    Value isZero = e.selectEqual(input, zero, one, zero);
    Value zeros = e.broadcast(e.reduce(Kind.SUM, isZero, axes), input.shape());
    Value otherZeros = e.subtract(zeros, isZero);
    Value gradient = e.multiply(dy, e.divide(product, factors));
    return e.selectEqual(otherZeros, zero, gradient, zero);
  }

  @Override
  public Dim flops() {
    return input.shape().size();
  }
}
