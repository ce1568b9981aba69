package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What is left of a division, with the sign of the divisor; 0 for a division by 0: `y = a - floor(a / b) * b`, element by element.
///
/// MXNet 1.9.1 `_mod`, with a for `lhs` and b for `rhs`. Both inputs and the output have the same
/// shape and type; a different shape is a compile error: [BroadcastMod] stretches.
/// In the gradient, `da = dy`, `db = -dy * floor(a / b)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @Mod         Symbol y(Symbol a, Symbol b);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Mod {}
