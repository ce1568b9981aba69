package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Adds two nodes, element by element.
///
/// MXNet 1.9.1 `elemwise_add`: `y = lhs + rhs`. Both inputs and the output have the same shape and
/// type; a different shape is a compile error, never a broadcast. The gradient `dy` goes to both.
///
/// ```java
/// @Model
/// interface Shortcut {
///   @Input({8, 14, 14})                      Symbol data();
///   @Conv(filters = 8, kernel = 3, pad = 1)  Symbol conv1(Symbol data);
///   @Plus                                    Symbol sum(Symbol conv1, Symbol data);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Plus {}
