package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes images larger by a whole factor.
///
/// MXNet 1.9.1 `UpSampling`. With [SampleType#NEAREST] each element becomes a block of the size
/// `scale`, and its gradient is the sum of `dy` over the block. There may be several inputs: each
/// of them is made as large as the first becomes, which its size must divide, and
/// [MultiInputMode] says how they become one.
///
/// With [SampleType#BILINEAR] it is a transposed convolution of each channel by itself, by a
/// trained weight: with s for the scale, the kernel has the size `k = 2 * s - s % 2`, the stride
/// s and the pad `(s - 1) / 2`, rounded up. It is a bilinear interpolation as long as the weight
/// holds one; by default it is initialized as all weights are.
///
/// | | shape |
/// | --- | --- |
/// | `arg0`, `arg1`, ... | `N x C x H x W`; those after the first may have other C, H and W |
/// | `data`, for bilinear | `N x filters x H x W` |
/// | `<layer>_weight`, for bilinear | `filters x 1 x k x k` |
/// | output | `N x C x (H * scale) x (W * scale)` |
///
/// ```java
/// @Model
/// interface Larger {
///   @Input({4, 17, 26})      Symbol data();
///   @UpSampling(scale = 2)   Symbol twice(Symbol data);   // N x 4 x 34 x 52
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling {
  /// The factor, or those of height and width, each at least 1.
  ///
  /// As in MXNet there may also be four numbers, of which the first two, for batch and channels,
  /// are 1. Bilinear sampling has one factor for both.
  int[] scale();

  /// How many channels, MXNet's `num_filter`, as many as `data` has. Required for bilinear
  /// sampling, and without effect otherwise.
  int filters() default 0;

  /// How elements are made; by default they are repeated.
  SampleType sampleType() default SampleType.NEAREST;

  /// How several inputs become one output; by default channel after channel. Only for
  /// [SampleType#NEAREST].
  MultiInputMode multiInputMode() default MultiInputMode.CONCAT;
}
