package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Cuts a window out of images.
///
/// MXNet 1.9.1 `Crop`. The window has the height and width `hW`, or those of a second argument
/// `crop_like`, whose other sizes do not matter and whose gradient is 0. Its upper left corner is
/// `offset`, or it lies in the middle. The gradient of `data` is 0 outside the window.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x H x W` |
/// | `crop_like` | `... x ... x h x w`; may be left out |
/// | output | `N x C x h x w` |
///
/// ```java
/// @Model
/// interface Middle {
///   @Input({3, 32, 32})                        Symbol data();
///   @Crop(hW = {24, 24}, centerCrop = true)    Symbol middle(Symbol data);   // N x 3 x 24 x 24
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Crop {
  /// The row and column of `data` where the window begins; the default is `{0, 0}`.
  ///
  /// The window must fit. With `centerCrop` it has no effect.
  int[] offset() default {0, 0};

  /// The height and width of the window, MXNet's `h_w`. It is required without a `crop_like`, and
  /// has no effect with one.
  int[] hW() default {0, 0};

  /// Whether the window lies in the middle; what cannot be halved is rounded down. By default not.
  boolean centerCrop() default false;
}
