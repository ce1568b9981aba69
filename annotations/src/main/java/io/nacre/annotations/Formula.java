package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Arithmetic in one line, parsed and checked by the compiler.
///
/// ```java
/// @Formula("a * b + sin(c) / 2") Symbol d(Symbol a, Symbol b, Symbol c);
/// ```
///
/// The names are those of the method's parameters, and every parameter must be used. A formula is what
/// the same expression is with MXNet's symbols in Python:
///
/// * `+ - * / %`, `**` for powers, which binds most tightly and from the right, and a minus before an
///   operand. Two arrays must have the same shape; nothing is broadcast unless it is written, as in
///   `broadcast_add(a, b)`. A number may stand on either side. Numbers alone are computed at once.
/// * `< <= > >= == !=` give 1 where they hold, and 0 elsewhere; one in an expression, or parentheses.
/// * Functions are MXNet's operators by MXNet's names, with their attributes as in Python:
///   `exp(x)`, `dot(a, b)`, `sum(x, axis=1, keepdims=True)`, `clip(x, a_min=0, a_max=1)`,
///   `reshape(x, shape=(0, -1))`. `maximum`, `minimum`, `power`, `hypot`, `logical_and`, `logical_or`
///   and `logical_xor` take a number in either place too. Operators with weights, labels or several
///   outputs are nodes of their own.
///
/// Each operation is a node. The last has the method's name, and the others are counted as MXNet counts
/// them, in the order in which Python evaluates: `_mul0`, `sin0`, `_divscalar0`. An edge reaches
/// them by the path `@From("d._mul0")`. In a block they get the name of its use, `stem__mul0`.
///
/// The gradient is that of the operations: comparisons and `%` as those say.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Formula {
  /// The expression.
  String value();
}
