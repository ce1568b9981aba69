package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Moves channels into blocks of the image.
///
/// MXNet 1.9.1 `depth_to_space`. With b for `blockSize` and C for the output's channels, `y(n, c,
/// h * b + i, w * b + j) = data(n, (i * b + j) * C + c, h, w)`. The gradient goes back the same
/// way; [SpaceToDepth] is the opposite.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x (C * b * b) x H x W` |
/// | output | `N x C x (H * b) x (W * b)` |
///
/// ```java
/// @Model
/// interface Finer {
///   @Input({16, 8, 8})             Symbol data();
///   @DepthToSpace(blockSize = 2)   Symbol finer(Symbol data);   // N x 4 x 16 x 16
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DepthToSpace {
  /// The height and width of a block, at least 1; its square must divide the channels.
  int blockSize();
}
