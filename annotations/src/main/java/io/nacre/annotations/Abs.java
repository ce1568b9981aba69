package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The absolute value: `y = |x|`, element by element.
///
/// MXNet 1.9.1 `abs`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * sign(x)`, 0 at 0.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Abs         Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Abs {}
