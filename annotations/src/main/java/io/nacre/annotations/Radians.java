package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An angle in radians, from one in degrees: `y = x * pi / 180`, element by element.
///
/// MXNet 1.9.1 `radians`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * pi / 180`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Radians     Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Radians {}
