package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Divides numbers by the root of the sum of their squares.
///
/// MXNet 1.9.1 `L2Normalization`: `y = x / sqrt(sum of x^2 + eps)`, where [L2NormalizationMode]
/// says over which axes the sum goes. The output has the shape of the input `data`. With r the
/// root, the gradient is `dx = (dy - y * sum of dy * y) / r`.
///
/// ```java
/// @Model
/// interface Direction {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 64)  Symbol fc(Symbol data);
///   @L2Normalization             Symbol code(Symbol fc);   // N x 64, each row of length 1
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface L2Normalization {
  /// Keeps the divisor away from 0; by default 1e-10.
  double eps() default 1e-10;

  /// Over which axes; by default over all of a sample.
  L2NormalizationMode mode() default L2NormalizationMode.INSTANCE;
}
