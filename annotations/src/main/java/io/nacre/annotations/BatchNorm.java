package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Batch normalization: each channel to mean 0 and variance 1, then scaled and shifted.
///
/// MXNet 1.9.1 `BatchNorm`, after Ioffe and Szegedy, *Batch Normalization* (2015):
/// `y = (x - mean) / sqrt(var + eps) * gamma + beta`. In training, mean and variance (the sum of
/// squares divided by m) are those of the m numbers that a channel has in the batch, and the moving
/// averages follow: `moving = moving * momentum + batch * (1 - momentum)`. In inference, and with
/// `useGlobalStats` always, the moving averages take their place. The arguments are, in this order:
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x d1 x d2 x ...`; the channels are on `axis` |
/// | `<layer>_gamma`, `<layer>_beta` | `C` |
/// | `<layer>_moving_mean`, `<layer>_moving_var`, auxiliary | `C` |
/// | output | that of the data |
///
/// With `fixGamma`, which MXNet has by default, gamma counts as 1 and has the gradient 0. The
/// gradients go through the mean and the variance:
/// `dx = (dy - mean(dy) - z * mean(dy * z)) * gamma / sqrt(var + eps)` with z for the normalized
/// x, `dgamma = sum(dy * z)`, `dbeta = sum(dy)`.
///
/// ```java
/// @Model
/// interface Normalized {
///   @Input({1, 28, 28})              Symbol data();
///   @Conv(filters = 20, kernel = 5)  Symbol conv(Symbol data);
///   @BatchNorm(fixGamma = false)     Symbol bn(Symbol conv);   // N x 20 x 24 x 24
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
  /// What is added to the variance; at least 0, by default 0.001.
  double eps() default 1e-3;

  /// How much of a moving average stays in a step, from 0 to 1; by default 0.9.
  double momentum() default 0.9;

  /// Whether gamma counts as 1, as by default.
  boolean fixGamma() default true;

  /// Whether the moving averages are used in training too, and stay as they are.
  boolean useGlobalStats() default false;

  /// Whether the mean, and `1 / sqrt(var + eps)`, are a second and a third output, of shape `C` and
  /// without gradients. By default they are not.
  boolean outputMeanVar() default false;

  /// The axis of the channels, counted from the end if negative; by default 1.
  int axis() default 1;
}
