package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Multiplies two nodes, element by element.
///
/// MXNet 1.9.1 `elemwise_mul`: `y = lhs * rhs`. Both inputs and the output have the same shape and
/// type; a different shape is a compile error, never a broadcast. The gradient is `dy * rhs` for
/// `lhs` and `dy * lhs` for `rhs`; in `a * a` both parts add up.
///
/// ```java
/// @Model
/// interface Square {
///   @Input(10)  Symbol a();
///   @Times      Symbol b(Symbol a, @From("a") Symbol a2);   // a * a
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Times {}
