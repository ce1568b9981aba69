package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The longest side of a right triangle: `y = sqrt(a * a + b * b)`, element by element.
///
/// MXNet 1.9.1 `_hypot`, with a for `lhs` and b for `rhs`. Both inputs and the output have the same
/// shape and type; a different shape is a compile error: [BroadcastHypot] stretches.
/// In the gradient, `da = dy * a / y`, `db = dy * b / y`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @Hypot       Symbol y(Symbol a, Symbol b);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hypot {}
