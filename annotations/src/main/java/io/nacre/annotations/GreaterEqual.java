package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 1 where the left is not smaller, else 0: `y = a >= b`, element by element.
///
/// MXNet 1.9.1 `_greater_equal`, with a for `lhs` and b for `rhs`. Both inputs and the output have the same
/// shape and type; a different shape is a compile error: [BroadcastGreaterEqual] stretches.
/// There is no gradient.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @GreaterEqual  Symbol y(Symbol a, Symbol b);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GreaterEqual {}
