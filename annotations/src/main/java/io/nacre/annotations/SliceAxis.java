package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes a range of one axis.
///
/// MXNet 1.9.1 `slice_axis`: the indices `begin, begin + 1, ..., end - 1` of `axis`, all of the
/// other axes. Negative numbers count from the end of the axis. The gradient is 0 where nothing
/// was taken.
///
/// An axis of the size kN is taken whole or cut at multiples of N, which are written with
/// [Symbol#BATCH]: `end = BATCH` takes the first N of 2N.
///
/// ```java
/// @Model
/// interface Last {
///   @Input({35, 100})                  Symbol words();
///   @SliceAxis(axis = 1, begin = -1)   Symbol last(Symbol words);    // N x 1 x 100
///   @SliceAxis(axis = 2, end = 50)     Symbol half(Symbol words);    // N x 35 x 50
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SliceAxis {
  /// The axis; -1 is the last.
  int axis();

  /// The first index taken.
  int begin() default 0;

  /// One past the last index taken; by default [Symbol#NONE], which is the end of the axis.
  int end() default Symbol.NONE;
}
