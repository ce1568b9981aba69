package io.nacre.processor.formula;

import io.nacre.processor.formula.Expression.Number;
import io.nacre.processor.formula.Expression.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/// Operators that MXNet has in three forms: for two arrays, an array and a number, and a number and an
/// array. The names are those by which Python's operators call them, since nodes are named after
/// these.
enum BinaryOperator {
  PLUS("+", "_Plus", "_PlusScalar", "_PlusScalar", Double::sum),
  MINUS("-", "_Minus", "_MinusScalar", "_RMinusScalar", (a, b) -> a - b),
  TIMES("*", "_Mul", "_MulScalar", "_MulScalar", (a, b) -> a * b),
  DIVIDED("/", "_Div", "_DivScalar", "_RDivScalar", (a, b) -> a / b),
  MODULO("%", "_Mod", "_ModScalar", "_RModScalar", BinaryOperator::modulo),
  POWER("**", "_Power", "_PowerScalar", "_RPowerScalar", Math::pow),
  GREATER(">", "_Greater", "_GreaterScalar", "_LesserScalar", (a, b) -> a > b ? 1 : 0),
  GREATER_EQUAL(
      ">=", "_Greater_Equal", "_GreaterEqualScalar", "_LesserEqualScalar", (a, b) -> a >= b ? 1 : 0),
  LESSER("<", "_Lesser", "_LesserScalar", "_GreaterScalar", (a, b) -> a < b ? 1 : 0),
  LESSER_EQUAL(
      "<=", "_Lesser_Equal", "_LesserEqualScalar", "_GreaterEqualScalar", (a, b) -> a <= b ? 1 : 0),
  EQUAL("==", "_Equal", "_EqualScalar", "_EqualScalar", (a, b) -> a == b ? 1 : 0),
  NOT_EQUAL("!=", "_Not_Equal", "_NotEqualScalar", "_NotEqualScalar", (a, b) -> a != b ? 1 : 0),
  MAXIMUM("maximum", "_Maximum", "_MaximumScalar", "_MaximumScalar", Math::max),
  MINIMUM("minimum", "_Minimum", "_MinimumScalar", "_MinimumScalar", Math::min),
  POWER_FUNCTION("power", "_Power", "_PowerScalar", "_RPowerScalar", Math::pow),
  HYPOT("hypot", "_Hypot", "_HypotScalar", "_HypotScalar", Math::hypot),
  AND(
      "logical_and", "_Logical_And", "_LogicalAndScalar", "_LogicalAndScalar",
      (a, b) -> a != 0 && b != 0 ? 1 : 0),
  OR(
      "logical_or", "_Logical_Or", "_LogicalOrScalar", "_LogicalOrScalar",
      (a, b) -> a != 0 || b != 0 ? 1 : 0),
  XOR(
      "logical_xor", "_Logical_Xor", "_LogicalXorScalar", "_LogicalXorScalar",
      (a, b) -> (a != 0) != (b != 0) ? 1 : 0);

  private final String spelling;
  private final String ofArrays;
  private final String withNumber;
  private final String ofNumber;
  private final DoubleBinaryOperator ofNumbers;

  BinaryOperator(
      String spelling,
      String ofArrays,
      String withNumber,
      String ofNumber,
      DoubleBinaryOperator ofNumbers) {
    this.spelling = spelling;
    this.ofArrays = ofArrays;
    this.withNumber = withNumber;
    this.ofNumber = ofNumber;
    this.ofNumbers = ofNumbers;
  }

  /// The operator of a sign, or of a function's name.
  static Optional<BinaryOperator> of(String spelling) {
    return Arrays.stream(values()).filter(each -> each.spelling.equals(spelling)).findFirst();
  }

  /// How a formula spells it: `+`, `maximum`.
  String spelling() {
    return spelling;
  }

  Expression apply(Expression left, Expression right, Range range) {
    if (left instanceof Number a) {
      return right instanceof Number b
          ? new Number(ofNumbers.applyAsDouble(a.value(), b.value()), range)
          : scalar(ofNumber, right, a.value(), range);
    }
    return right instanceof Number b
        ? scalar(withNumber, left, b.value(), range)
        : new Operation(ofArrays, List.of(left, right), Map.of(), range);
  }

  private static Operation scalar(
      String operator, Expression array, double number, Range range) {
    return new Operation(
        operator, List.of(array), Map.of("scalar", Double.toString(number)), range);
  }

  /// Python's: the sign is that of the divisor.
  private static double modulo(double a, double b) {
    double rest = a % b;
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
  }
}
