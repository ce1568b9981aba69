package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the mean of each window.
///
/// It is short for [Pooling] with [PoolingType#AVG] (MXNet 1.9.1 `Pooling`, `avg`), which
/// describes windows and rounding. The input `data` is `N x C x` one to three spatial axes; the
/// output is `N x C x out...`, where `out = floor((in + 2*pad - kernel) / stride) + 1` for each
/// axis. The gradient is spread evenly over the window: each element gets `dy` over the mean's
/// divisor.
///
/// ```java
/// @Model
/// interface Top {
///   @Input({64, 7, 7})        Symbol data();
///   @AvgPool(global = true)   Symbol pool1(Symbol data);   // N x 64 x 1 x 1
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AvgPool {
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

  /// Whether the mean also counts the padding in its window, as by default.
  ///
  /// If so, the divisor is the size of the part of the window within the padded input; otherwise
  /// of the part within the input itself.
  boolean countIncludePad() default true;
}
