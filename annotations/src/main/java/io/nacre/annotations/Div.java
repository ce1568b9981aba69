package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Divides the first node by the second, element by element.
///
/// MXNet 1.9.1 `elemwise_div`: `y = lhs / rhs`. Both inputs and the output have the same shape and
/// type; a different shape is a compile error, never a broadcast. The gradient is `dy / rhs` for
/// `lhs` and `-dy * lhs / rhs^2` for `rhs`.
///
/// ```java
/// @Model
/// interface Ratio {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @Div        Symbol c(Symbol a, Symbol b);   // a / b
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Div {}
