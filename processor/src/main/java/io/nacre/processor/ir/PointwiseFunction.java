package io.nacre.processor.ir;

import java.util.List;
import java.util.Optional;

/// The functions of one place: a row holds the formula, its Java text, its Vector API text and its
/// derivative.
///
/// In the texts `{0}`, `{1}`, ... stand for the arguments, which are names, array elements or literals;
/// `{M}` for the class of scalar functions (`FloatMath`), `{V}` for that of vector functions and `{O}`
/// for `VectorOperators`. Both texts of a row must give the same bits, so they use correctly rounded
/// operations and Nacre's own functions only. A comparison chooses between two values: there is no
/// type for truth.
public enum PointwiseFunction {
  /// `x`
  IDENTITY(1, "{0}", "{0}", (e, x, y, dy, i) -> dy),
  /// `a + b`
  ADD(2, "{0} + {1}", "{0}.add({1})", (e, x, y, dy, i) -> dy),
  /// `a - b`
  SUBTRACT(
      2, "{0} - {1}", "{0}.sub({1})", (e, x, y, dy, i) -> i == 0 ? dy : e.negate(dy)),
  /// `a * b`
  MULTIPLY(2, "{0} * {1}", "{0}.mul({1})", (e, x, y, dy, i) -> e.multiply(dy, x.get(1 - i))),
  /// `a / b`; d/db = -(a / b) / b
  DIVIDE(
      2,
      "{0} / {1}",
      "{0}.div({1})",
      (e, x, y, dy, i) -> {
        Value quotient = e.divide(dy, x.get(1));
        return i == 0 ? quotient : e.negate(e.multiply(quotient, y));
      }),
  /// `-x`
  NEGATE(1, "-{0}", "{0}.neg()", (e, x, y, dy, i) -> e.negate(dy)),
  /// `|x|`; its derivative at 0 is 0
  ABS(
      1,
      "Math.abs({0})",
      "{0}.abs()",
      (e, x, y, dy, i) -> {
        Value zero = e.zeros(dy);
        Value negative = e.selectGreater(zero, x.getFirst(), e.negate(dy), zero);
        return e.selectGreater(x.getFirst(), zero, dy, negative);
      }),
  /// `sqrt(x)`; d/dx = 1 / (2 y)
  SQRT(
      1,
      "{M}.sqrt({0})",
      "{0}.sqrt()",
      (e, x, y, dy, i) -> e.divide(e.multiply(dy, e.constant(0.5, dy)), y)),
  /// `e^x`
  EXP(1, "{M}.exp({0})", "{V}.exp({0})", (e, x, y, dy, i) -> e.multiply(dy, y)),
  /// `ln x`
  LOG(1, "{M}.log({0})", "{V}.log({0})", (e, x, y, dy, i) -> e.divide(dy, x.getFirst())),
  /// `max(x, 0)`; its derivative at 0 is 0
  RELU(
      1,
      "Math.max({0}, 0)",
      "{0}.max(0)",
      (e, x, y, dy, i) -> e.selectGreater(y, e.zeros(dy), dy, e.zeros(dy))),
  /// `1 / (1 + e^-x)`; d/dx = y (1 - y)
  SIGMOID(
      1,
      "{M}.sigmoid({0})",
      "{V}.sigmoid({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.multiply(y, e.subtract(e.constant(1, y), y)))),
  /// `tanh x`; d/dx = 1 - y^2
  TANH(
      1,
      "{M}.tanh({0})",
      "{V}.tanh({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.subtract(e.constant(1, y), e.multiply(y, y)))),
  /// `ln(1 + e^x)`; d/dx = sigmoid(x)
  SOFTRELU(
      1,
      "{M}.softrelu({0})",
      "{V}.softrelu({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(sigmoid(), x.getFirst()))),
  /// `x / (1 + |x|)`; d/dx = 1 / (1 + |x|)^2
  SOFTSIGN(
      1,
      "{0} / (1 + Math.abs({0}))",
      "{0}.div({0}.abs().add(1))",
      (e, x, y, dy, i) -> {
        Value scale = e.add(e.constant(1, dy), e.pointwise(abs(), x.getFirst()));
        return e.divide(dy, e.multiply(scale, scale));
      }),
  /// `2 / sqrt(pi) * integral of e^(-t^2) from 0 to x`; d/dx = 2 / sqrt(pi) * e^(-x^2)
  ERF(
      1,
      "{M}.erf({0})",
      "{V}.erf({0})",
      (e, x, y, dy, i) -> {
        Value square = e.multiply(x.getFirst(), x.getFirst());
        Value bell = e.pointwise(exp(), e.negate(square));
        return e.multiply(dy, e.scale(bell, 2 / Math.sqrt(Math.PI)));
      }),
  /// `a > b ? x : y`
  SELECT_GREATER(
      4,
      "{0} > {1} ? {2} : {3}",
      "{3}.blend({2}, {0}.compare({O}.GT, {1}))",
      (e, x, y, dy, i) ->
          switch (i) {
            case 2 -> e.selectGreater(x.get(0), x.get(1), dy, e.zeros(dy));
            case 3 -> e.selectGreater(x.get(0), x.get(1), e.zeros(dy), dy);
            default -> null;
          }),
  /// `a == b ? x : y`
  SELECT_EQUAL(
      4,
      "{0} == {1} ? {2} : {3}",
      "{3}.blend({2}, {0}.compare({O}.EQ, {1}))",
      (e, x, y, dy, i) ->
          switch (i) {
            case 2 -> e.selectEqual(x.get(0), x.get(1), dy, e.zeros(dy));
            case 3 -> e.selectEqual(x.get(0), x.get(1), e.zeros(dy), dy);
            default -> null;
          });

  private final int arity;
  private final String scalar;
  private final String vector;
  private final Derivative derivative;

  PointwiseFunction(int arity, String scalar, String vector, Derivative derivative) {
    this.arity = arity;
    this.scalar = scalar;
    this.vector = vector;
    this.derivative = derivative;
  }

  public int arity() {
    return arity;
  }

  /// The Java expression on scalars, a template.
  public String scalar() {
    return scalar;
  }

  /// The Java expression on vectors, a template.
  public String vector() {
    return vector;
  }

  /// What the gradient `dy` of `y = f(x)` contributes to `x[i]`; empty if `y` does not depend on it
  /// smoothly anywhere.
  Optional<Value> derivative(Emitter e, List<Value> x, Value y, Value dy, int i) {
    return Optional.ofNullable(derivative.of(e, x, y, dy, i));
  }

  // An enum constant cannot name a later or its own sibling in its constructor.
  private static PointwiseFunction sigmoid() {
    return SIGMOID;
  }

  private static PointwiseFunction abs() {
    return ABS;
  }

  private static PointwiseFunction exp() {
    return EXP;
  }

  private interface Derivative {
    Value of(Emitter e, List<Value> x, Value y, Value dy, int i);
  }
}
