package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An angle in degrees, from one in radians: `y = x * 180 / pi`, element by element.
///
/// MXNet 1.9.1 `degrees`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * 180 / pi`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Degrees     Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Degrees {}
