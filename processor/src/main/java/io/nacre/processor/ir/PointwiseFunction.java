package io.nacre.processor.ir;

import java.util.List;
import java.util.Optional;

/// The functions of one place: a row holds the formula, its Java text, its Vector API text and its
/// derivative.
///
/// In the texts `{0}`, `{1}`, ... stand for the arguments, which are names, array elements or literals;
/// `{M}` for the class of scalar functions (`FloatMath`), `{Trig}` and the like for further ones
/// (`FloatTrigMath`), `{V}` for that of vector functions and `{O}` for `VectorOperators`. Both texts of a row must give the same bits, so they use correctly rounded
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
  /// `max(a, b)`; at a tie the gradient goes to a
  MAXIMUM(
      2,
      "Math.max({0}, {1})",
      "{0}.max({1})",
      (e, x, y, dy, i) ->
          i == 0
              ? e.selectGreater(x.get(1), x.get(0), e.zeros(dy), dy)
              : e.selectGreater(x.get(1), x.get(0), dy, e.zeros(dy))),
  /// `min(a, b)`; at a tie the gradient goes to a
  MINIMUM(
      2,
      "Math.min({0}, {1})",
      "{0}.min({1})",
      (e, x, y, dy, i) ->
          i == 0
              ? e.selectGreater(x.get(0), x.get(1), e.zeros(dy), dy)
              : e.selectGreater(x.get(0), x.get(1), dy, e.zeros(dy))),
  /// `a^b`; d/da = b a^(b - 1), d/db = y ln a
  POWER(
      2,
      "{Power}.pow({0}, {1})",
      (e, x, y, dy, i) -> {
        Value a = x.get(0);
        Value b = x.get(1);
        if (i == 1) {
          return e.multiply(dy, e.multiply(y, e.pointwise(log(), a)));
        }
        Value less = e.pointwise(power(), a, e.subtract(b, e.constant(1, b)));
        return e.multiply(dy, e.multiply(b, less));
      }),
  /// `a - floor(a / b) b`, 0 for b = 0; d/da = 1, d/db = -floor(a / b)
  MODULO(
      2,
      "{Rounding}.mod({0}, {1})",
      (e, x, y, dy, i) -> {
        if (i == 0) {
          return dy;
        }
        Value quotient = e.pointwise(floor(), e.divide(x.get(0), x.get(1)));
        Value gradient = e.negate(e.multiply(dy, quotient));
        return e.selectEqual(x.get(1), e.zeros(dy), e.zeros(dy), gradient);
      }),
  /// `sqrt(a^2 + b^2)`; d/da = a / y
  HYPOT(
      2,
      "{Power}.hypot({0}, {1})",
      (e, x, y, dy, i) -> e.divide(e.multiply(dy, x.get(i)), y)),
  /// The cube root; d/dx = 1 / (3 y^2)
  CBRT(
      1,
      "{Power}.cbrt({0})",
      (e, x, y, dy, i) -> e.divide(dy, e.scale(e.multiply(y, y), 3))),
  /// `e^x - 1`; d/dx = y + 1
  EXPM1(
      1, "{M}.expm1({0})", (e, x, y, dy, i) -> e.multiply(dy, e.add(y, e.constant(1, y)))),
  /// `ln(1 + x)`
  LOG1P(
      1,
      "{M}.log1p({0})",
      (e, x, y, dy, i) -> e.divide(dy, e.add(x.getFirst(), e.constant(1, dy)))),
  /// `ln x / ln 2`
  LOG2(
      1,
      "{M}.log2({0})",
      (e, x, y, dy, i) -> e.divide(dy, e.scale(x.getFirst(), Math.log(2)))),
  /// `ln x / ln 10`
  LOG10(
      1,
      "{M}.log10({0})",
      (e, x, y, dy, i) -> e.divide(dy, e.scale(x.getFirst(), Math.log(10)))),
  /// `sin x`
  SIN(
      1,
      "{Trig}.sin({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(cos(), x.getFirst()))),
  /// `cos x`
  COS(
      1,
      "{Trig}.cos({0})",
      (e, x, y, dy, i) -> e.negate(e.multiply(dy, e.pointwise(sin(), x.getFirst())))),
  /// `tan x`; d/dx = 1 + y^2
  TAN(
      1,
      "{Trig}.tan({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.add(e.multiply(y, y), e.constant(1, y)))),
  /// d/dx = 1 / sqrt(1 - x^2)
  ARCSIN(1, "{Trig}.arcsin({0})", (e, x, y, dy, i) -> e.divide(dy, root(e, x, -1, 1))),
  /// d/dx = -1 / sqrt(1 - x^2)
  ARCCOS(
      1, "{Trig}.arccos({0})", (e, x, y, dy, i) -> e.negate(e.divide(dy, root(e, x, -1, 1)))),
  /// d/dx = 1 / (1 + x^2)
  ARCTAN(1, "{Trig}.arctan({0})", (e, x, y, dy, i) -> e.divide(dy, square(e, x, 1, 1))),
  /// `sinh x`
  SINH(
      1,
      "{Hyperbolic}.sinh({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(cosh(), x.getFirst()))),
  /// `cosh x`
  COSH(
      1,
      "{Hyperbolic}.cosh({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(sinh(), x.getFirst()))),
  /// d/dx = 1 / sqrt(x^2 + 1)
  ARCSINH(1, "{Hyperbolic}.arcsinh({0})", (e, x, y, dy, i) -> e.divide(dy, root(e, x, 1, 1))),
  /// d/dx = 1 / sqrt(x^2 - 1)
  ARCCOSH(1, "{Hyperbolic}.arccosh({0})", (e, x, y, dy, i) -> e.divide(dy, root(e, x, 1, -1))),
  /// d/dx = 1 / (1 - x^2)
  ARCTANH(
      1, "{Hyperbolic}.arctanh({0})", (e, x, y, dy, i) -> e.divide(dy, square(e, x, -1, 1))),
  /// The largest whole number that is not above x
  FLOOR(1, "{Rounding}.floor({0})", (e, x, y, dy, i) -> null),
  /// The smallest whole number that is not below x
  CEIL(1, "{Rounding}.ceil({0})", (e, x, y, dy, i) -> null),
  /// The nearest whole number, ties away from 0
  ROUND(1, "{Rounding}.round({0})", (e, x, y, dy, i) -> null),
  /// The nearest whole number, ties down
  RINT(1, "{Rounding}.rint({0})", (e, x, y, dy, i) -> null),
  /// x without its fraction
  TRUNC(1, "{Rounding}.trunc({0})", (e, x, y, dy, i) -> null),
  /// The gamma function; d/dx = y digamma(x)
  GAMMA(
      1,
      "{Gamma}.gamma({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.multiply(y, e.pointwise(digamma(), x.getFirst())))),
  /// `ln |gamma(x)|`
  GAMMALN(
      1,
      "{Gamma}.gammaln({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(digamma(), x.getFirst()))),
  /// The derivative of `ln gamma(x)`
  DIGAMMA(
      1,
      "{Gamma}.digamma({0})",
      (e, x, y, dy, i) -> e.multiply(dy, e.pointwise(trigamma(), x.getFirst()))),
  /// The derivative of digamma, in gradients only: nothing differentiates it
  TRIGAMMA(
      1,
      "{Gamma}.trigamma({0})",
      (e, x, y, dy, i) -> {
        throw new IllegalStateException("nothing differentiates trigamma");
      }),
  /// The number whose error function is x; d/dx = sqrt(pi) / 2 e^(y^2)
  ERFINV(
      1,
      "{Erfinv}.erfinv({0})",
      (e, x, y, dy, i) ->
          e.multiply(
              dy, e.scale(e.pointwise(exp(), e.multiply(y, y)), Math.sqrt(Math.PI) / 2))),
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

  /// A function that has no vector form in loops yet.
  PointwiseFunction(int arity, String scalar, Derivative derivative) {
    this(arity, scalar, "", derivative);
  }

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

  /// Whether loops with the function can be vector code.
  public boolean hasVector() {
    return !vector.isEmpty();
  }

  /// Whether it is a call of one of our own functions rather than an operation of the processor.
  public boolean callsLibrary() {
    return vector.contains("{V}");
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
  private static PointwiseFunction log() {
    return LOG;
  }

  private static PointwiseFunction power() {
    return POWER;
  }

  private static PointwiseFunction floor() {
    return FLOOR;
  }

  private static PointwiseFunction cos() {
    return COS;
  }

  private static PointwiseFunction sin() {
    return SIN;
  }

  private static PointwiseFunction cosh() {
    return COSH;
  }

  private static PointwiseFunction sinh() {
    return SINH;
  }

  private static PointwiseFunction digamma() {
    return DIGAMMA;
  }

  private static PointwiseFunction trigamma() {
    return TRIGAMMA;
  }

  private static PointwiseFunction sigmoid() {
    return SIGMOID;
  }

  private static PointwiseFunction abs() {
    return ABS;
  }

  private static PointwiseFunction exp() {
    return EXP;
  }

  /// `factor x^2 + plus`
  private static Value square(Emitter e, List<Value> x, double factor, double plus) {
    Value square = e.multiply(x.getFirst(), x.getFirst());
    return e.add(e.scale(square, factor), e.constant(plus, square));
  }

  private static Value root(Emitter e, List<Value> x, double factor, double plus) {
    return e.pointwise(SQRT, square(e, x, factor, plus));
  }

  private interface Derivative {
    Value of(Emitter e, List<Value> x, Value y, Value dy, int i);
  }
}
