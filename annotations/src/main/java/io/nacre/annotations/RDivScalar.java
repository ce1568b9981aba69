package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// `y = value / x`, element by element.
///
/// MXNet 1.9.1 `_rdiv_scalar`. The input `data` has any shape, and the output has the same.
/// The gradient is that of the formula.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @RDivScalar(2)  Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RDivScalar {
  /// The number; finite.
  double value();
}
