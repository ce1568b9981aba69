package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The natural logarithm of 1 + x, exact near 0 too: `y = ln(1 + x)`, element by element.
///
/// MXNet 1.9.1 `log1p`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy / (1 + x)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Log1p       Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Log1p {}
