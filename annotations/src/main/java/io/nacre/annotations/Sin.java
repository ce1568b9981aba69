package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sine of an angle in radians: `y = sin(x)`, element by element.
///
/// MXNet 1.9.1 `sin`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * cos(x)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Sin         Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sin {}
