package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A loss of differences that is a parabola near 0 and a line further away (Girshick, *Fast R-CNN*,
/// 2015).
///
/// MXNet 1.9.1 `smooth_l1`, with s for `scalar`: `y = (s * x)^2 / 2` where `|x| < 1 / s^2`, else
/// `|x| - 0.5 / s^2`. The input `data` has any shape, and the output has the same. The gradient is
/// `dx = dy * s^2 * x` near 0, and `dy * sign(x)` further away.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)               Symbol data();
///   @SmoothL1(scalar = 2)    Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SmoothL1 {
  /// Where the line begins: at `1 / scalar^2`; above 0, by default 1.
  double scalar() default 1;
}
