package io.nacre.processor.write;

import io.nacre.processor.ir.DataType;
import io.nacre.processor.ir.Dim;

/// Small pieces of Java text.
final class Text {
  private Text() {}

  /// `576`, `n`, `20 * n`.
  static String size(Dim dim) {
    if (!dim.batch()) {
      return Long.toString(dim.size());
    }
    return dim.size() == 1 ? "n" : dim.size() + " * n";
  }

  /// A literal of the type that a type is computed in: `0.5f`, `1d`, `Float.NEGATIVE_INFINITY`, `7L`.
  static String number(double number, DataType type) {
    if (!type.isFloat()) {
      return (long) number + (type == DataType.INT64 ? "L" : "");
    }
    boolean single = type != DataType.FLOAT64;
    if (Double.isNaN(number)) {
      return "java.lang." + type.stem() + ".NaN";
    }
    // a number that is too large for a float is infinite as one
    if (Double.isInfinite(single ? (float) number : number)) {
      return "java.lang." + type.stem() + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    String digits =
        number == Math.rint(number) && Math.abs(number) < 1e6
            ? Long.toString((long) number)
            : single ? Float.toString((float) number) : Double.toString(number);
    boolean negativeZero = number == 0 && 1 / number < 0;
    return (negativeZero ? "-0" : digits) + (single ? "f" : "d");
  }

  /// A literal that may stand beside any operator: a negative number is put in parentheses.
  static String operand(double number, DataType type) {
    String literal = number(number, type);
    return literal.startsWith("-") ? "(" + literal + ")" : literal;
  }
}
