package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Convolution over one, two or three spatial axes.
///
/// MXNet 1.9.1 `Convolution`: `y(n, f, i)` is `bias(f)` plus the sum over c and k of
/// `weight(f, c, k) * data(n, c, i * stride + k * dilate - pad)`, where i and k stand for
/// positions on the spatial axes and data is 0 outside its bounds. The kernel is not flipped. The
/// arguments are, in this order:
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x W`, `N x C x H x W` or `N x C x D x H x W` |
/// | `<layer>_weight` | `filters x C/groups x kernel...` |
/// | `<layer>_bias` | `filters`, unless `noBias` |
/// | output | `N x filters x out...` |
///
/// For each spatial axis `out = floor((in + 2*pad - dilate*(kernel - 1) - 1) / stride) + 1`, and
/// the dilated kernel must fit the padded input. With groups, channels and filters are cut into
/// that many equal parts, and each part of the filters sees only its part of the channels. The
/// gradient of the bias is the sum of `dy` over the batch and all positions.
///
/// In all attributes a single number stands for every spatial axis; otherwise there is one number
/// for each: `{width}`, `{height, width}` or `{depth, height, width}`.
///
/// ```java
/// @Model
/// interface Edges {
///   @Input({3, 28, 28})                         Symbol data();
///   @Conv(filters = 20, kernel = 5)             Symbol conv1(Symbol data);    // N x 20 x 24 x 24
///   @Conv(filters = 50, kernel = 3, pad = 1)    Symbol conv2(Symbol conv1);   // N x 50 x 24 x 24
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv {
  /// How many filters, which is the number of output channels; at least 1, a multiple of `groups`.
  int filters();

  /// The size of a filter, each number at least 1.
  int[] kernel();

  /// The step between two kernel positions, each number at least 1. The default `{}` means 1.
  int[] stride() default {};

  /// How many zeros go on either side of the input, each at least 0. The default `{}` means 0.
  int[] pad() default {};

  /// The distance between two taps of the kernel, each at least 1. The default `{}` means 1.
  int[] dilate() default {};

  /// In how many independent groups; at least 1, the default. It must divide C and `filters`.
  int groups() default 1;

  /// Whether to leave out the bias. By default there is one.
  boolean noBias() default false;
}
