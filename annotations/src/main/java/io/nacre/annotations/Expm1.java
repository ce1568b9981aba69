package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// e to the power of x, less 1, exact near 0 too: `y = exp(x) - 1`, element by element.
///
/// MXNet 1.9.1 `expm1`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * (y + 1)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Expm1       Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Expm1 {}
