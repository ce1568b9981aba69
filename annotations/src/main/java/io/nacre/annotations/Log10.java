package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The logarithm to base 10: `y = log10(x)`, element by element.
///
/// MXNet 1.9.1 `log10`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy / (x * ln(10))`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Log10       Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Log10 {}
