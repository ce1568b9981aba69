package io.nacre.processor.ir;

import java.util.List;
import java.util.Optional;

/// The functions of one place: a row holds the formula, its Java text and its Vector API text. The
/// derivatives are in [PointwiseDerivative].
///
/// In the texts `{0}`, `{1}`, ... stand for the arguments, which are names, array elements or
/// literals; `{M}` for the class of scalar functions (`FloatMath`), `{Trig}` and the like for further
/// ones (`FloatTrigMath`), `{V}` for that of vector functions and `{O}` for `VectorOperators`. Both
/// texts of a row must give the same bits, so they use correctly rounded operations and Nacre's own
/// functions only. A comparison chooses between two values: there is no type for truth.
public enum PointwiseFunction {
  /// `x`
  IDENTITY(1, "{0}", "{0}"),
  /// `a + b`
  ADD(2, "{0} + {1}", "{0}.add({1})"),
  /// `a - b`
  SUBTRACT(2, "{0} - {1}", "{0}.sub({1})"),
  /// `a * b`
  MULTIPLY(2, "{0} * {1}", "{0}.mul({1})"),
  /// `a / b`; d/db = -(a / b) / b
  DIVIDE(2, "{0} / {1}", "{0}.div({1})"),
  /// `-x`
  NEGATE(1, "-{0}", "{0}.neg()"),
  /// `|x|`; its derivative at 0 is 0
  ABS(1, "Math.abs({0})", "{0}.abs()"),
  /// `sqrt(x)`; d/dx = 1 / (2 y)
  SQRT(1, "{M}.sqrt({0})", "{0}.sqrt()"),
  /// `e^x`
  EXP(1, "{M}.exp({0})", "{V}.exp({0})"),
  /// `ln x`
  LOG(1, "{M}.log({0})", "{V}.log({0})"),
  /// `max(x, 0)`; its derivative at 0 is 0
  RELU(1, "Math.max({0}, 0)", "{0}.max(0)"),
  /// `1 / (1 + e^-x)`; d/dx = y (1 - y)
  SIGMOID(1, "{M}.sigmoid({0})", "{V}.sigmoid({0})"),
  /// `tanh x`; d/dx = 1 - y^2
  TANH(1, "{M}.tanh({0})", "{V}.tanh({0})"),
  /// `ln(1 + e^x)`; d/dx = sigmoid(x)
  SOFTRELU(1, "{M}.softrelu({0})", "{V}.softrelu({0})"),
  /// `x / (1 + |x|)`; d/dx = 1 / (1 + |x|)^2
  SOFTSIGN(1, "{0} / (1 + Math.abs({0}))", "{0}.div({0}.abs().add(1))"),
  /// `2 / sqrt(pi) * integral of e^(-t^2) from 0 to x`; d/dx = 2 / sqrt(pi) * e^(-x^2)
  ERF(1, "{M}.erf({0})", "{V}.erf({0})"),
  /// `max(a, b)`; at a tie the gradient goes to a
  MAXIMUM(2, "Math.max({0}, {1})", "{0}.max({1})"),
  /// `min(a, b)`; at a tie the gradient goes to a
  MINIMUM(2, "Math.min({0}, {1})", "{0}.min({1})"),
  /// `a^b`; d/da = b a^(b - 1), d/db = y ln a
  POWER(2, "{Power}.pow({0}, {1})"),
  /// `a - floor(a / b) b`, 0 for b = 0; d/da = 1, d/db = -floor(a / b)
  MODULO(2, "{Rounding}.mod({0}, {1})"),
  /// `sqrt(a^2 + b^2)`; d/da = a / y
  HYPOT(2, "{Power}.hypot({0}, {1})"),
  /// The cube root; d/dx = 1 / (3 y^2)
  CBRT(1, "{Power}.cbrt({0})"),
  /// `e^x - 1`; d/dx = y + 1
  EXPM1(1, "{M}.expm1({0})"),
  /// `ln(1 + x)`
  LOG1P(1, "{M}.log1p({0})"),
  /// `ln x / ln 2`
  LOG2(1, "{M}.log2({0})"),
  /// `ln x / ln 10`
  LOG10(1, "{M}.log10({0})"),
  /// `sin x`
  SIN(1, "{Trig}.sin({0})"),
  /// `cos x`
  COS(1, "{Trig}.cos({0})"),
  /// `tan x`; d/dx = 1 + y^2
  TAN(1, "{Trig}.tan({0})"),
  /// d/dx = 1 / sqrt(1 - x^2)
  ARCSIN(1, "{Trig}.arcsin({0})"),
  /// d/dx = -1 / sqrt(1 - x^2)
  ARCCOS(1, "{Trig}.arccos({0})"),
  /// d/dx = 1 / (1 + x^2)
  ARCTAN(1, "{Trig}.arctan({0})"),
  /// `sinh x`
  SINH(1, "{Hyperbolic}.sinh({0})"),
  /// `cosh x`
  COSH(1, "{Hyperbolic}.cosh({0})"),
  /// d/dx = 1 / sqrt(x^2 + 1)
  ARCSINH(1, "{Hyperbolic}.arcsinh({0})"),
  /// d/dx = 1 / sqrt(x^2 - 1)
  ARCCOSH(1, "{Hyperbolic}.arccosh({0})"),
  /// d/dx = 1 / (1 - x^2)
  ARCTANH(1, "{Hyperbolic}.arctanh({0})"),
  /// The largest whole number that is not above x
  FLOOR(1, "{Rounding}.floor({0})"),
  /// The smallest whole number that is not below x
  CEIL(1, "{Rounding}.ceil({0})"),
  /// The nearest whole number, ties away from 0
  ROUND(1, "{Rounding}.round({0})"),
  /// The nearest whole number, ties down
  RINT(1, "{Rounding}.rint({0})"),
  /// x without its fraction
  TRUNC(1, "{Rounding}.trunc({0})"),
  /// The gamma function; d/dx = y digamma(x)
  GAMMA(1, "{Gamma}.gamma({0})"),
  /// `ln |gamma(x)|`
  GAMMALN(1, "{Gamma}.gammaln({0})"),
  /// The derivative of `ln gamma(x)`
  DIGAMMA(1, "{Gamma}.digamma({0})"),
  /// The derivative of digamma, in gradients only: nothing differentiates it
  TRIGAMMA(1, "{Gamma}.trigamma({0})"),
  /// The number whose error function is x; d/dx = sqrt(pi) / 2 e^(y^2)
  ERFINV(1, "{Erfinv}.erfinv({0})"),
  /// `a > b ? x : y`
  SELECT_GREATER(4, "{0} > {1} ? {2} : {3}", "{3}.blend({2}, {0}.compare({O}.GT, {1}))"),
  /// `a == b ? x : y`
  SELECT_EQUAL(4, "{0} == {1} ? {2} : {3}", "{3}.blend({2}, {0}.compare({O}.EQ, {1}))");

  private final int arity;
  private final String scalar;
  private final String vector;

  /// A function that has no vector form in loops yet.
  PointwiseFunction(int arity, String scalar) {
    this(arity, scalar, "");
  }

  PointwiseFunction(int arity, String scalar, String vector) {
    this.arity = arity;
    this.scalar = scalar;
    this.vector = vector;
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
    return Optional.ofNullable(new PointwiseDerivative(e, x, y, dy).to(i, this));
  }
}
