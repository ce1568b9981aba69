package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 1 where one is not 0, else 0: `y = a != 0 or b != 0`, element by element.
///
/// MXNet 1.9.1 `_logical_or`, with a for `lhs` and b for `rhs`. Both inputs and the output have the same
/// shape and type; a different shape is a compile error: [BroadcastLogicalOr] stretches.
/// There is no gradient.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol a();
///   @Input(10)  Symbol b();
///   @LogicalOr   Symbol y(Symbol a, Symbol b);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LogicalOr {}
