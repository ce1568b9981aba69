package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Brings each group of channels of each sample to mean 0 and variance 1, then scales and shifts
/// it.
///
/// MXNet 1.9.1 `GroupNorm`: `y = (x - mean) / sqrt(var + eps) * gamma + beta`, where mean and
/// variance, the mean of `(x - mean)^2`, are taken over the channels of a group and all axes after
/// them. It computes the same in training and prediction.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x d1 x ...`, at least three axes; `numGroups` divides C |
/// | `gamma`, `beta` | `numGroups`; the layer makes `<layer>_gamma`, `<layer>_beta` |
/// | output | as `data` |
///
/// As in MXNet 1.9.1, and unlike elsewhere, gamma and beta have a number for each group, not for
/// each channel. With `h = (x - mean) / s` and `s = sqrt(var + eps)`, the gradients are `dx = gamma
/// / s * (dy - mean(dy) - h * mean(dy * h))` for each group of each sample, and the sums of `dy *
/// h` and of `dy` for gamma and beta.
///
/// ```java
/// @Model
/// interface Small {
///   @Input({3, 64, 64})                       Symbol data();
///   @Conv(filters = 32, kernel = 3, pad = 1)  Symbol conv1(Symbol data);
///   @GroupNorm(numGroups = 8)                 Symbol norm1(Symbol conv1);   // N x 32 x 64 x 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GroupNorm {
  /// How many groups the channels are cut into; by default 1.
  int numGroups() default 1;

  /// Keeps the divisor away from 0; by default 1e-5.
  double eps() default 1e-5;

  /// Whether the mean, and `sqrt(var + eps)`, are a second and a third output, of shape `N x
  /// numGroups`, and without gradients. By default they are not.
  boolean outputMeanVar() default false;
}
