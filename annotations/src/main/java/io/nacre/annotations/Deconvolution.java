package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Transposed convolution over one, two or three spatial axes: it makes images larger.
///
/// MXNet 1.9.1 `Deconvolution`, after Zeiler et al., *Deconvolutional Networks* (2010). It is the
/// gradient of [Conv] with respect to its data: each number of the data, times the kernel, is added
/// to the window of the output that a convolution would have seen. `y(n, f, o)` is `bias(f)` plus the
/// sum over c, i and k with `i * stride + k * dilate - pad = o` of
/// `data(n, c, i) * weight(c, f, k)`, where i, k and o stand for positions on the spatial axes. The
/// arguments are, in this order:
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x W`, `N x C x H x W` or `N x C x D x H x W` |
/// | `<layer>_weight` | `C x filters/groups x kernel...` |
/// | `<layer>_bias` | `filters`, with `noBias = false` |
/// | output | `N x filters x out...` |
///
/// For each spatial axis `out = stride*(in - 1) + dilate*(kernel - 1) + 1 - 2*pad + adj`. With
/// `targetShape` the output has that size, and `pad` and `adj` follow from it: what is too much is cut
/// off evenly on both sides, one more before than after if it is odd. With groups, channels and
/// filters are cut into that many equal parts, and each part of the channels adds to its part of the
/// filters only.
///
/// The gradient of the data is a convolution of `dy` with the weight, that of the weight the one of a
/// convolution's weight, and that of the bias the sum of `dy` over the batch and all positions.
///
/// In all attributes a single number stands for every spatial axis; otherwise there is one number
/// for each: `{width}`, `{height, width}` or `{depth, height, width}`.
///
/// ```java
/// @Model
/// interface Generator {
///   @Input({100, 1, 1})                                           Symbol noise();
///   @Deconvolution(filters = 64, kernel = 4)                      Symbol g1(Symbol noise);  // 4 x 4
///   @Deconvolution(filters = 3, kernel = 4, stride = 2, pad = 1)  Symbol g2(Symbol g1);     // 8 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Deconvolution {
  /// How many filters, which is the number of output channels; at least 1, a multiple of `groups`.
  int filters();

  /// The size of a filter, each number at least 1.
  int[] kernel();

  /// The distance in the output of two neighbours in the data, each number at least 1. The default
  /// `{}` means 1.
  int[] stride() default {};

  /// How much is cut off on either side of the output, each at least 0. The default `{}` means 0.
  int[] pad() default {};

  /// How much is added at the end of the output, each at least 0 and less than `stride`. The default
  /// `{}` means 0.
  ///
  /// Images of several sizes have convolutions of one size; this says which of them is meant.
  int[] adj() default {};

  /// The size of the output; `pad` and `adj` then have no effect. The default `{}` means: not given.
  int[] targetShape() default {};

  /// The distance between two taps of the kernel, each at least 1. The default `{}` means 1.
  int[] dilate() default {};

  /// In how many independent groups; at least 1, the default. It must divide C and `filters`.
  int groups() default 1;

  /// Whether to leave out the bias, as by default.
  boolean noBias() default true;
}
