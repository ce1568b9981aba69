package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sum of all elements, or of those along some axes, without those that are NaN.
///
/// MXNet 1.9.1 `nansum`. The input `data` has any shape. The output has it without the combined
/// axes; without all of them it is `1`. NaN counts as 0. The gradient is `dx = dy`, stretched along
/// the combined axes, and 0 where x is NaN.
///
/// ```java
/// @Model
/// interface Some {
///   @Input({3, 28, 28})  Symbol data();
///   @NanSum(axis = 1)     Symbol s(Symbol data);   // N x 28 x 28
///   @NanSum               Symbol all(Symbol s);    // 1
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NanSum {
  /// The axes, from 0, or negative and counted from the end; each at most once. By default all.
  int[] axis() default {};

  /// Whether the combined axes stay, with size 1; by default they go.
  boolean keepdims() default false;

  /// Whether all axes but those in `axis` are combined, if there are any in it. By default not.
  boolean exclude() default false;
}
