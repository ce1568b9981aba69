package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Subtracts the second node from the first, element by element.
///
/// MXNet 1.9.1 `elemwise_sub`: `y = lhs - rhs`. Both inputs and the output have the same shape and
/// type; a different shape is a compile error, never a broadcast. The gradient is `dy` for `lhs`
/// and `-dy` for `rhs`.
///
/// ```java
/// @Model
/// interface Difference {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @Minus      Symbol c(Symbol a, Symbol b);   // a - b
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Minus {}
