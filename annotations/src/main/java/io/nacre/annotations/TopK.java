package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The `k` largest or smallest elements along an axis, in order.
///
/// MXNet 1.9.1 `topk`. Equal elements stay in their order, and NaN comes last either way. The gradient
/// of a chosen element goes to where it came from; places and masks have none. Places have the element
/// type of `data`: float32 numbers tell up to 16,777,216 of them apart, float16 numbers 2048. A list
/// that is too long for float32 stops the step.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any |
/// | output | that of the data, with `k` on the axis; that of the data for a mask |
///
/// ```java
/// @Model
/// interface Best {
///   @Input(1000)                                  Symbol scores();               // N x 1000
///   @TopK(k = 5, result = TopKResult.BOTH)        Symbol best(Symbol scores);    // N x 5, N x 5
///   @Output @Identity                             Symbol values(Symbol best);
///   @Output @Identity Symbol places(@From(value = "best", output = 1) Symbol best);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TopK {
  /// The axis, from 0, or negative and counted from the end; by default the last. `{}` makes one list
  /// of all elements, in row-major order.
  int[] axis() default -1;

  /// How many elements, by default one; 0 means all.
  int k() default 1;

  /// What is given, by default where the elements stand.
  TopKResult result() default TopKResult.INDICES;

  /// Whether the smallest comes first; by default the largest does.
  boolean ascend() default false;
}
