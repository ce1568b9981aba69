package io.nacre.processor.ir;

import java.util.List;

/// What the gradient `dy` of `y = f(x)` contributes to `x[i]`, for each function of one place.
final class PointwiseDerivative {
  private final Emitter e;
  private final List<Value> x;
  private final Value y;
  private final Value dy;

  PointwiseDerivative(Emitter e, List<Value> x, Value y, Value dy) {
    this.e = e;
    this.x = x;
    this.y = y;
    this.dy = dy;
  }

  /// The contribution to `x[i]`; null if `y` does not depend on it smoothly anywhere.
  Value to(int i, PointwiseFunction function) {
    Value a = x.getFirst();
    return switch (function) {
      case IDENTITY, ADD -> dy;
      case SUBTRACT -> i == 0 ? dy : e.negate(dy);
      case MULTIPLY -> e.multiply(dy, x.get(1 - i));
      case DIVIDE -> i == 0 ? e.divide(dy, x.get(1)) : divisor(x.get(1));
      case NEGATE -> e.negate(dy);
      case ABS -> absolute(a);
      case SQRT -> e.divide(e.multiply(dy, e.constant(0.5, dy)), y);
      case EXP -> e.multiply(dy, y);
      case LOG -> e.divide(dy, a);
      case RELU -> e.selectGreater(y, zero(), dy, zero());
      case SIGMOID -> e.multiply(dy, e.multiply(y, e.subtract(e.constant(1, y), y)));
      case TANH -> e.multiply(dy, e.subtract(e.constant(1, y), e.multiply(y, y)));
      case SOFTRELU -> e.multiply(dy, f(PointwiseFunction.SIGMOID, a));
      case SOFTSIGN -> softSign(a);
      case ERF -> e.multiply(dy, e.scale(bell(a), 2 / Math.sqrt(Math.PI)));
      case ERFINV ->
          e.multiply(
              dy, e.scale(f(PointwiseFunction.EXP, e.multiply(y, y)), Math.sqrt(Math.PI) / 2));
      case MAXIMUM -> i == 0 ? unlessGreater(x.get(1), a) : ifGreater(x.get(1), a);
      case MINIMUM -> i == 0 ? unlessGreater(a, x.get(1)) : ifGreater(a, x.get(1));
      case POWER -> i == 0 ? base(a, x.get(1)) : exponent(a);
      case MODULO -> i == 0 ? dy : modulus(a, x.get(1));
      case HYPOT -> e.divide(e.multiply(dy, x.get(i)), y);
      case CBRT -> e.divide(dy, e.scale(e.multiply(y, y), 3));
      case EXPM1 -> e.multiply(dy, e.add(y, e.constant(1, y)));
      case LOG1P -> e.divide(dy, e.add(a, e.constant(1, dy)));
      case LOG2 -> e.divide(dy, e.scale(a, Math.log(2)));
      case LOG10 -> e.divide(dy, e.scale(a, Math.log(10)));
      case SIN -> e.multiply(dy, f(PointwiseFunction.COS, a));
      case COS -> e.negate(e.multiply(dy, f(PointwiseFunction.SIN, a)));
      case TAN -> e.multiply(dy, e.add(e.multiply(y, y), e.constant(1, y)));
      case ARCSIN -> e.divide(dy, root(a, -1, 1));
      case ARCCOS -> e.negate(e.divide(dy, root(a, -1, 1)));
      case ARCTAN -> e.divide(dy, square(a, 1, 1));
      case SINH -> e.multiply(dy, f(PointwiseFunction.COSH, a));
      case COSH -> e.multiply(dy, f(PointwiseFunction.SINH, a));
      case ARCSINH -> e.divide(dy, root(a, 1, 1));
      case ARCCOSH -> e.divide(dy, root(a, 1, -1));
      case ARCTANH -> e.divide(dy, square(a, -1, 1));
      case FLOOR, CEIL, ROUND, RINT, TRUNC -> null;
      case GAMMA -> e.multiply(dy, e.multiply(y, f(PointwiseFunction.DIGAMMA, a)));
      case GAMMALN -> e.multiply(dy, f(PointwiseFunction.DIGAMMA, a));
      case DIGAMMA -> e.multiply(dy, f(PointwiseFunction.TRIGAMMA, a));
      case TRIGAMMA -> throw new IllegalStateException("nothing differentiates trigamma");
      case SELECT_GREATER ->
          switch (i) {
            case 2 -> ifGreater(a, x.get(1));
            case 3 -> unlessGreater(a, x.get(1));
            default -> null;
          };
      case SELECT_EQUAL ->
          switch (i) {
            case 2 -> e.selectEqual(a, x.get(1), dy, zero());
            case 3 -> e.selectEqual(a, x.get(1), zero(), dy);
            default -> null;
          };
    };
  }

  private Value f(PointwiseFunction function, Value... arguments) {
    return e.pointwise(function, arguments);
  }

  private Value zero() {
    return e.zeros(dy);
  }

  private Value ifGreater(Value a, Value b) {
    return e.selectGreater(a, b, dy, zero());
  }

  private Value unlessGreater(Value a, Value b) {
    return e.selectGreater(a, b, zero(), dy);
  }

  /// `-(a / b) / b`
  private Value divisor(Value b) {
    return e.negate(e.multiply(e.divide(dy, b), y));
  }

  private Value absolute(Value a) {
    Value negative = e.selectGreater(zero(), a, e.negate(dy), zero());
    return e.selectGreater(a, zero(), dy, negative);
  }

  /// `1 / (1 + |a|)^2`
  private Value softSign(Value a) {
    Value scale = e.add(e.constant(1, dy), f(PointwiseFunction.ABS, a));
    return e.divide(dy, e.multiply(scale, scale));
  }

  /// `e^(-a^2)`
  private Value bell(Value a) {
    return f(PointwiseFunction.EXP, e.negate(e.multiply(a, a)));
  }

  /// `b a^(b - 1)`
  private Value base(Value a, Value b) {
    Value less = f(PointwiseFunction.POWER, a, e.subtract(b, e.constant(1, b)));
    return e.multiply(dy, e.multiply(b, less));
  }

  /// `a^b ln a`
  private Value exponent(Value a) {
    return e.multiply(dy, e.multiply(y, f(PointwiseFunction.LOG, a)));
  }

  /// `-floor(a / b)`, 0 for b = 0
  private Value modulus(Value a, Value b) {
    Value quotient = f(PointwiseFunction.FLOOR, e.divide(a, b));
    Value gradient = e.negate(e.multiply(dy, quotient));
    return e.selectEqual(b, e.zeros(dy), e.zeros(dy), gradient);
  }

  /// `factor a^2 + plus`
  private Value square(Value a, double factor, double plus) {
    Value square = e.multiply(a, a);
    return e.add(e.scale(square, factor), e.constant(plus, square));
  }

  private Value root(Value a, double factor, double plus) {
    return f(PointwiseFunction.SQRT, square(a, factor, plus));
  }
}
