package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the sum of each window.
///
/// It is short for [Pooling] with [PoolingType#SUM] (MXNet 1.9.1 `Pooling`, `sum`), which
/// describes windows and rounding. The input `data` is `N x C x` one to three spatial axes; the
/// output is `N x C x out...`, where `out = floor((in + 2*pad - kernel) / stride) + 1` for each
/// axis. The gradient goes unchanged to every element of the window.
///
/// ```java
/// @Model
/// interface Halve {
///   @Input({3, 28, 28})               Symbol data();
///   @SumPool(kernel = 2, stride = 2)  Symbol pool1(Symbol data);   // N x 3 x 14 x 14
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SumPool {
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
}
