package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The product of all elements, or of those along some axes, without those that are NaN.
///
/// MXNet 1.9.1 `nanprod`. The input `data` has any shape. The output has it without the combined
/// axes; without all of them it is `1`. NaN counts as 1. The gradient is `dx = dy` times the
/// product of the other elements, and 0 where x is NaN. It is right where some are 0, for which
/// MXNet gives NaN.
///
/// ```java
/// @Model
/// interface Some {
///   @Input({3, 28, 28})  Symbol data();
///   @NanProd(axis = 1)    Symbol p(Symbol data);   // N x 28 x 28
///   @NanProd              Symbol all(Symbol p);    // 1
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NanProd {
  /// The axes, from 0, or negative and counted from the end; each at most once. By default all.
  int[] axis() default {};

  /// Whether the combined axes stay, with size 1; by default they go.
  boolean keepdims() default false;

  /// Whether all axes but those in `axis` are combined, if there are any in it. By default not.
  boolean exclude() default false;
}
