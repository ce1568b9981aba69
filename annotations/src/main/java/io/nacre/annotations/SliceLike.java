package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Cuts a node to the size of another.
///
/// MXNet 1.9.1 `slice_like`: along each of `axes` the first elements of `data`, as many as
/// `shape_like` has. Only the shape of the second argument matters, so that its gradient is 0; the
/// gradient of `data` is 0 where nothing was taken.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any |
/// | `shape_like` | not larger than `data` on `axes`; as many axes as `data` if `axes` is empty |
/// | output | that of `shape_like` on `axes`, of `data` elsewhere |
///
/// ```java
/// @Model
/// interface Skip {
///   @Input({4, 35, 52})               Symbol enc();
///   @MaxPool(kernel = 2, stride = 2)  Symbol down(Symbol enc);             // 17 x 26
///   @UpSampling(scale = 2)            Symbol up(Symbol down);              // 34 x 52
///   @SliceLike(axes = {2, 3})         Symbol cut(Symbol enc, Symbol up);   // 34 x 52
///   @Concat                           Symbol skip(Symbol up, Symbol cut);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SliceLike {
  /// The axes to cut; negative ones count from the end. The default `{}` means all.
  int[] axes() default {};
}
