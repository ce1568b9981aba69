package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Moves blocks of the image into channels.
///
/// MXNet 1.9.1 `space_to_depth`. With b for `blockSize` and C for the channels of `data`, `y(n,
/// (i * b + j) * C + c, h, w) = data(n, c, h * b + i, w * b + j)`. The gradient goes back the
/// same way; [DepthToSpace] is the opposite.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x C x (H * b) x (W * b)` |
/// | output | `N x (C * b * b) x H x W` |
///
/// ```java
/// @Model
/// interface Coarser {
///   @Input({4, 16, 16})            Symbol data();
///   @SpaceToDepth(blockSize = 2)   Symbol coarser(Symbol data);   // N x 16 x 8 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SpaceToDepth {
  /// The height and width of a block, at least 1; it must divide those of `data`.
  int blockSize();
}
