package io.nacre.processor.mxnet;

import io.nacre.annotations.Symbol;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The kinds of attributes. What is in `left` means the default.
final class Kinds {
  private Kinds() {}

  static Attribute integer(String... left) {
    return Attribute.of(
            Literal::integer, (node, name, axes) -> Integer.toString(node.integer(name)))
        .leaving(left);
  }

  /// A whole number that `None` leaves open.
  static Attribute openInteger() {
    return Attribute.of(
            Literal::integer,
            (node, name, axes) -> {
              int number = node.integer(name);
              return number == Symbol.NONE ? "None" : Integer.toString(number);
            })
        .leaving("None");
  }

  static Attribute number(String... left) {
    return Attribute.of(Literal::number, (node, name, axes) -> Literal.of(node.number(name)))
        .leaving(left);
  }

  /// An element type.
  static Attribute dtype() {
    return constants(
        "DataType", "float32", "float64", "float16", "int8", "uint8", "int32", "int64");
  }

  static Attribute flag(String... left) {
    return Attribute.of(Literal::flag, (node, name, axes) -> Literal.of(node.flag(name)))
        .leaving(left);
  }

  /// `(3, 3)`; `()` is the default.
  static Attribute tuple(String... left) {
    return Attribute.of(Literal::integers, (node, name, axes) -> Literal.of(node.integers(name)))
        .leaving(left)
        .leaving("()", "[]");
  }

  /// A number that is an array of one with us.
  static Attribute single(String... left) {
    return Attribute.of(
            text -> List.of(Literal.integer(text)),
            (node, name, axes) -> Integer.toString(node.integers(name).get(0)))
        .leaving(left);
  }

  /// `(3, 3)`, a number for each spatial axis, where one of ours stands for all.
  static Attribute perAxis() {
    return Attribute.of(
            Literal::integers,
            (node, name, axes) -> {
              List<Integer> numbers = node.integers(name);
              return Literal.of(
                  numbers.size() == 1 ? Collections.nCopies(axes, numbers.get(0)) : numbers);
            })
        .leaving("()", "[]", "None");
  }

  /// An axis, or `None` for all, which is an array of none with us.
  static Attribute oneOrAll() {
    return Attribute.of(
        text -> text.equals("None") ? List.of() : List.of(Literal.integer(text)),
        (node, name, axes) -> {
          List<Integer> axis = node.integers(name);
          return axis.isEmpty() ? "None" : Integer.toString(axis.get(0));
        });
  }

  /// A tuple in which `None` leaves a place open.
  static Attribute openTuple() {
    String none = Integer.toString(Symbol.NONE);
    return Attribute.of(
            text -> Literal.integers(text.replace("None", none)),
            (node, name, axes) -> Literal.of(node.integers(name)).replace(none, "None"))
        .leaving("()", "[]");
  }

  /// Constants of an enum, which are spelt as MXNet's values are, but in capitals.
  static Attribute constants(String type, String... values) {
    return Attribute.of(
            value -> {
              if (!List.of(values).contains(value)) {
                throw new BadText("one of " + String.join(", ", values));
              }
              return value.toUpperCase(Locale.ROOT);
            },
            (node, name, axes) -> node.constant(name).toLowerCase(Locale.ROOT))
        .ofConstants(type);
  }
}
