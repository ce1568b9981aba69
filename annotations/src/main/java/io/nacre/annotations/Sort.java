package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The elements along an axis in order.
///
/// MXNet 1.9.1 `sort`. Equal elements stay in their order, and NaN comes last either way. The gradient
/// of an element goes to where it came from.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any |
/// | output | that of the data; one axis for `axis = {}` |
///
/// Float32 numbers tell up to 16,777,216 places apart; a longer list stops the step.
///
/// ```java
/// @Model
/// interface Ranks {
///   @Input({4, 9})                  Symbol data();                // N x 4 x 9
///   @Sort(axis = 1, ascend = false) Symbol sorted(Symbol data);   // N x 4 x 9, the largest first
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sort {
  /// The axis, from 0, or negative and counted from the end; by default the last. `{}` makes one list
  /// of all elements, in row-major order.
  int[] axis() default -1;

  /// Whether the smallest comes first; by default it does.
  boolean ascend() default true;
}
