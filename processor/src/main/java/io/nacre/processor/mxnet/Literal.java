package io.nacre.processor.mxnet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values as MXNet's files spell them: Python's literals.
///
/// @see <a href="https://docs.python.org/3/library/functions.html#repr">repr</a>
final class Literal {
  /// No operator has as many axes; a longer list is no shape.
  private static final int MOST_NUMBERS = 64;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Literal() {}

  /// @throws BadText if it is none
  static int integer(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new BadText("a whole number");
    }
  }

  /// @throws BadText if it is none
  static double number(String text) {
    String number = text.strip();
    if (NUMBER.matcher(number).matches()) {
      return Double.parseDouble(number);
    }
    return switch (number.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new BadText("a number");
    };
  }

  /// @throws BadText if it is none
  static boolean flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new BadText("True or False");
    };
  }

  /// `(3, 3)`, `[3, 3]`, `(3,)`, `3`, and Python 2's `(3L, 3L)`.
  ///
  /// @throws BadText if it is none of these
  static List<Integer> integers(String text) {
    String inner = text.strip();
    boolean round = inner.startsWith("(") && inner.endsWith(")") && inner.length() > 1;
    boolean square = inner.startsWith("[") && inner.endsWith("]");
    if (round || square) {
      inner = inner.substring(1, inner.length() - 1).strip();
      if (inner.endsWith(",")) {
        inner = inner.substring(0, inner.length() - 1);
      }
    }
    List<Integer> numbers = new ArrayList<>();
    if (inner.isBlank()) {
      return numbers;
    }
    for (String number : inner.split(",", MOST_NUMBERS + 1)) {
      if (numbers.size() == MOST_NUMBERS) {
        throw new BadText("at most " + MOST_NUMBERS + " whole numbers");
      }
      try {
        String digits = number.strip();
        numbers.add(
            Integer.parseInt(
                digits.endsWith("L") ? digits.substring(0, digits.length() - 1) : digits));
      } catch (NumberFormatException e) {
        throw new BadText("whole numbers such as (3, 3)");
      }
    }
    return numbers;
  }

  static String of(boolean flag) {
    return flag ? "True" : "False";
  }

  /// `(3, 3)`, `(3,)`, `()`.
  static String of(List<Integer> numbers) {
    return numbers.size() == 1
        ? "(" + numbers.get(0) + ",)"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /// `0.5`, `2.0`, `1e-05`, `nan`: the shortest digits that give the number back.
  static String of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = digits.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String all = digits.unscaledValue().abs().toString();
    return (number < 0 ? "-" : "")
        + all.charAt(0)
        + (all.length() == 1 ? "" : "." + all.substring(1))
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
