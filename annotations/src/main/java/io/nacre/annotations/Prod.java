package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The product of all elements, or of those along some axes.
///
/// MXNet 1.9.1 `prod`. The input `data` has any shape. The output has it without the combined axes;
/// without all of them it is `1`. The gradient is `dx = dy` times the product of the other
/// elements. It is right where some are 0, for which MXNet gives NaN.
///
/// ```java
/// @Model
/// interface Some {
///   @Input({3, 28, 28})  Symbol data();
///   @Prod(axis = {2, 3})  Symbol p(Symbol data);   // N x 3
///   @Prod                 Symbol all(Symbol p);    // 1
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prod {
  /// The axes, from 0, or negative and counted from the end; each at most once. By default all.
  int[] axis() default {};

  /// Whether the combined axes stay, with size 1; by default they go.
  boolean keepdims() default false;

  /// Whether all axes but those in `axis` are combined, if there are any in it. By default not.
  boolean exclude() default false;
}
