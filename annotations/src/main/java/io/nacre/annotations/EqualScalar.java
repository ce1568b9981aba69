package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// `y = x == value`, element by element: 1 where it holds, else 0.
///
/// MXNet 1.9.1 `_equal_scalar`. The input `data` has any shape, and the output has the same.
/// There is no gradient.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)  Symbol data();
///   @EqualScalar(2)  Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface EqualScalar {
  /// The number; finite.
  double value();
}
