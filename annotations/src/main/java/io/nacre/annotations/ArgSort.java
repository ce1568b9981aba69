package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where the elements along an axis stand, in the order of the elements: the first place is that of the
/// smallest element.
///
/// MXNet 1.9.1 `argsort`. Equal elements stay in their order, and NaN comes last either way. Places
/// are counted from 0 along the axis, in the element type of `data`: float32 numbers tell up to
/// 16,777,216 of them apart, float16 numbers 2048. A list that is too long for float32 stops the step.
///
/// No gradient passes, and as a head it takes no head gradient.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any |
/// | output | that of the data; one axis for `axis = {}` |
///
/// ```java
/// @Model
/// interface Ranks {
///   @Input(9)  Symbol data();                // N x 9
///   @ArgSort   Symbol places(Symbol data);   // N x 9
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ArgSort {
  /// The axis, from 0, or negative and counted from the end; by default the last. `{}` makes one list
  /// of all elements, in row-major order.
  int[] axis() default -1;

  /// Whether the smallest comes first; by default it does.
  boolean ascend() default true;
}
