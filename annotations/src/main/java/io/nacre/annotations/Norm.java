package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The length of vectors: of all elements, or of those along some axes.
///
/// MXNet 1.9.1 `norm`. The input `data` has any shape. The output has it without the combined axes;
/// without all of them it is `1`.
///
/// | `ord` | `y` | `dx` |
/// | --- | --- | --- |
/// | 2 | `sqrt(sum of x^2)` | `dy * x / y` |
/// | 1 | `sum of abs(x)` | `dy` where `x > 0`, `-dy` where `x < 0`, 0 where `x = 0` |
///
/// The squares are taken of numbers divided by the largest, so that they neither overflow nor
/// vanish. Where all x are 0, y and dx are 0; MXNet gives NaN for the gradient there.
///
/// ```java
/// @Model
/// interface Some {
///   @Input({3, 28, 28})       Symbol data();
///   @Norm(axis = 1)           Symbol a(Symbol data);   // N x 28 x 28
///   @Norm(ord = 1, axis = 2)  Symbol b(Symbol a);      // N x 28
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Norm {
  /// Which norm, 1 or 2; by default 2.
  int ord() default 2;

  /// The axes, from 0, or negative and counted from the end; each at most once. By default all.
  int[] axis() default {};

  /// Whether the combined axes stay, with size 1; by default they go.
  boolean keepdims() default false;
}
