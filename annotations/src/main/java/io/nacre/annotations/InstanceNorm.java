package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Brings each channel of each sample to mean 0 and variance 1, then scales and shifts it.
///
/// MXNet 1.9.1 `InstanceNorm`: `y = (x - mean) / sqrt(var + eps) * gamma + beta`, where mean and
/// variance, the mean of `(x - mean)^2`, are taken over all axes after the channels. It computes
/// the same in training and prediction.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x d1 x ...`, at least three axes |
/// | `gamma`, `beta` | `C`; the layer makes `<layer>_gamma`, `<layer>_beta` |
/// | output | as `data` |
///
/// With `h = (x - mean) / s` and `s = sqrt(var + eps)`, the gradients are `dx = gamma / s * (dy -
/// mean(dy) - h * mean(dy * h))` for each channel of each sample, and the sums of `dy * h` and of
/// `dy` for gamma and beta.
///
/// ```java
/// @Model
/// interface Style {
///   @Input({3, 64, 64})                       Symbol data();
///   @Conv(filters = 32, kernel = 3, pad = 1)  Symbol conv1(Symbol data);
///   @InstanceNorm                             Symbol norm1(Symbol conv1);   // N x 32 x 64 x 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InstanceNorm {
  /// Keeps the divisor away from 0; by default 1e-3.
  double eps() default 1e-3;
}
