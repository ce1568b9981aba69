package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes a range of several axes, with steps.
///
/// MXNet 1.9.1 `slice`: along axis i the indices `begin[i], begin[i] + step[i], ...` before
/// `end[i]`. The three arrays are about the first axes; what they do not mention is taken whole.
/// Negative numbers count from the end of the axis, and numbers beyond it mean its end. With a
/// negative step the order turns around: `end` is then the index before which it stops, below
/// `begin`. The gradient is 0 where nothing was taken.
///
/// [Symbol#NONE] in `begin` or `end` leaves that side open. An axis of the size kN is taken whole
/// or cut at multiples of N, which are written with [Symbol#BATCH], with a step of 1 or -1.
///
/// ```java
/// import static io.nacre.annotations.Symbol.NONE;
///
/// @Model
/// interface Corner {
///   @Input({3, 28, 28})
///   Symbol data();
///
///   @Slice(begin = {NONE, 0, 4, 4}, end = {NONE, 3, -4, -4})
///   Symbol middle(Symbol data);   // N x 3 x 20 x 20
///
///   @Slice(begin = {NONE, NONE}, end = {NONE, NONE}, step = {1, -1})
///   Symbol bgr(Symbol middle);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Slice {
  /// The first index taken of each axis, or [Symbol#NONE].
  int[] begin();

  /// One past the last index taken of each axis, or [Symbol#NONE]; as many as in `begin`.
  int[] end();

  /// The distance of two indices, not 0. The default `{}` means 1; otherwise as many as in `begin`.
  int[] step() default {};
}
