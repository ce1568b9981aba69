package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes one number of each window of the input.
///
/// MXNet 1.9.1 `Pooling`. Windows of the size `kernel` move over the spatial axes in steps of
/// `stride`, for each sample and channel by itself. [PoolingType] gives the formulas and
/// gradients.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x W`, `N x C x H x W` or `N x C x D x H x W` |
/// | output | `N x C x out...`; with `global` each `out` is 1 |
///
/// For each spatial axis `out = floor((in + 2*pad - kernel) / stride) + 1`, or with ceil instead
/// of floor by [PoolingConvention#FULL], and the kernel must fit the padded input.
///
/// In `kernel`, `stride` and `pad` a single number stands for every spatial axis; otherwise there
/// is one number for each: `{width}`, `{height, width}` or `{depth, height, width}`.
///
/// The short forms are [MaxPool], [AvgPool], [SumPool], [LpPool].
///
/// ```java
/// @Model
/// interface Halve {
///   @Input({3, 28, 28})                                                Symbol data();
///   @Pooling(type = PoolingType.AVG, kernel = 2, stride = 2)           Symbol half(Symbol data);
///   @Pooling(global = true)                                            Symbol top(Symbol half);
/// }   // half is N x 3 x 14 x 14, top N x 3 x 1 x 1
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Pooling {
  /// What to compute of a window; by default the maximum.
  PoolingType type() default PoolingType.MAX;

  /// The size of a window, each number at least 1. It is required unless `global` is set.
  int[] kernel() default {};

  /// The step between two windows, each number at least 1. The default `{}` means 1, as in MXNet.
  int[] stride() default {};

  /// How much padding goes on either side, each number at least 0. The default `{}` means 0.
  ///
  /// Padding counts as 0; for the maximum it does not count at all.
  int[] pad() default {};

  /// Whether one window covers everything; `kernel`, `stride` and `pad` then have no effect.
  ///
  /// By default it does not.
  boolean global() default false;

  /// How to round the output's size; by default down.
  PoolingConvention convention() default PoolingConvention.VALID;

  /// Whether a mean also counts the padding in its window, as by default. Only for the mean.
  ///
  /// If so, the divisor is the size of the part of the window within the padded input; otherwise
  /// of the part within the input itself.
  boolean countIncludePad() default true;

  /// The exponent p: 1, 2 or 3; by default 2. Only for [PoolingType#LP].
  int pValue() default 2;
}
