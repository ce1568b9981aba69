package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The gamma function: `y = gamma(x)`, element by element.
///
/// MXNet 1.9.1 `gamma`. The input `data` has any shape, and the output has the same.
/// The gradient is `dx = dy * y * digamma(x)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @Gamma       Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gamma {}
