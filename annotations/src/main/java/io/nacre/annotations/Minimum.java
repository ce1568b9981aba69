package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The smaller number: `y = min(a, b)`, element by element.
///
/// MXNet 1.9.1 `_minimum`, with a for `lhs` and b for `rhs`. Both inputs and the output have the same
/// shape and type; a different shape is a compile error: [BroadcastMinimum] stretches.
/// In the gradient, the smaller operand gets `dy`, at a tie the left one.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @Minimum     Symbol y(Symbol a, Symbol b);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Minimum {}
