package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the p-norm of each window, without absolute values.
///
/// It is short for [Pooling] with [PoolingType#LP] (MXNet 1.9.1 `Pooling`, `lp`), which describes
/// windows and rounding: `y = (sum of x^p)^(1/p)`. The input `data` is `N x C x` one to three
/// spatial axes; the output is `N x C x out...`, where
/// `out = floor((in + 2*pad - kernel) / stride) + 1` for each axis. The gradient is
/// `dx = dy * (x / y)^(p - 1)`, and 0 where p is 2 or 3 and `y = 0`.
///
/// ```java
/// @Model
/// interface Halve {
///   @Input({3, 28, 28})              Symbol data();
///   @LpPool(kernel = 2, stride = 2)  Symbol pool1(Symbol data);   // N x 3 x 14 x 14
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LpPool {
  /// The size of a window, each number at least 1. It is required unless `global` is set.
  int[] kernel() default {};

  /// The step between two windows, each number at least 1. The default `{}` means 1, as in MXNet.
  int[] stride() default {};

  /// How much padding goes on either side, each number at least 0. The default `{}` means 0.
  ///
  /// Padding counts as 0.
  int[] pad() default {};

  /// Whether one window covers everything; `kernel`, `stride` and `pad` then have no effect.
  ///
  /// By default it does not.
  boolean global() default false;

  /// How to round the output's size; by default down.
  PoolingConvention convention() default PoolingConvention.VALID;

  /// The exponent p: 1, 2 or 3; by default 2.
  int pValue() default 2;
}
