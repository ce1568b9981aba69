package org.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// `y = x / sqrt(mean(x^2) + eps) * gamma` along an axis (Zhang and Sennrich, 2019): `@LayerNorm`
/// without the mean and without beta.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any of at least one axis; K numbers along `axis` |
/// | `gamma` | `K`; the layer makes `<layer>_gamma` |
/// | output | as `data` |
///
/// ```java
/// @RMSNorm(eps = 1e-5) Symbol norm(Symbol fc);
/// ```
@LayerType("io.nacre:nacre-sample-layers")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RMSNorm {
  /// The axis, from 0, or negative and counted from the end; by default the last.
  int axis() default -1;

  /// Keeps the divisor away from 0; by default 1e-6.
  double eps() default 1e-6;
}
