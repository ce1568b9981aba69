package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Puts axes into another order.
///
/// MXNet 1.9.1 `transpose`: axis i of the output is axis `axes[i]` of `data`. Without `axes` the
/// order is turned around. The gradient is `dy` with its axes back in the old order. N moves with
/// its axis.
///
/// ```java
/// @Model
/// interface Columns {
///   @Input({28, 28, 3})              Symbol data();
///   @Transpose(axes = {0, 3, 1, 2})  Symbol channelsFirst(Symbol data);   // N x 3 x 28 x 28
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Transpose {
  /// Each axis of `data` once, in the order of the output; negative ones count from the end. The
  /// default `{}` means the axes from the last to the first.
  int[] axes() default {};
}
