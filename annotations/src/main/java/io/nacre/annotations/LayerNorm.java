package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Brings the numbers along an axis to mean 0 and variance 1, then scales and shifts each place of
/// it.
///
/// MXNet 1.9.1 `LayerNorm`: `y = (x - mean) / sqrt(var + eps) * gamma + beta`, where mean and
/// variance, the mean of `(x - mean)^2`, are taken along `axis`. It computes the same in training
/// and prediction.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any of at least one axis; K numbers along `axis` |
/// | `gamma`, `beta` | `K`; the layer makes `<layer>_gamma`, `<layer>_beta` |
/// | output | as `data` |
///
/// With `h = (x - mean) / s`, `s = sqrt(var + eps)` and `g = dy * gamma`, the gradients are `dx =
/// (g - mean(g) - h * mean(g * h)) / s` along the axis, and the sums of `dy * h` and of `dy` for
/// gamma and beta.
///
/// ```java
/// @Model
/// interface Words {
///   @Input({20, 64})  Symbol data();
///   @LayerNorm        Symbol norm(Symbol data);   // N x 20 x 64; makes norm_gamma, 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNorm {
  /// The axis, from 0, or negative and counted from the end; by default the last.
  int axis() default -1;

  /// Keeps the divisor away from 0; by default 1e-5.
  double eps() default 1e-5;

  /// Whether the mean, and `sqrt(var + eps)`, are a second and a third output, of the shape of
  /// `data` with size 1 on `axis`, and without gradients. By default they are not.
  boolean outputMeanVar() default false;
}
