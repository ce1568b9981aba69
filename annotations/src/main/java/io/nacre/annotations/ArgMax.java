package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where the largest of all elements stands, or the largest along an axis.
///
/// MXNet 1.9.1 `argmax`. The output counts from 0 along `axis`; without one it counts through all
/// elements in row-major order. At a tie it is the first, and NaN counts as largest. The input
/// `data` has any shape; the output has it without the axis, or is `1` without all. It has the
/// element type of `data`, and float32 numbers count exactly up to 16,777,216.
///
/// No gradient passes, and as a head it takes no head gradient.
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @Output @ArgMax(axis = 1)    Symbol best(Symbol fc);   // N
///   @Output @SoftmaxOutput       Symbol out(Symbol fc);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ArgMax {
  /// The axis, from 0, or negative and counted from the end. By default all elements are one row.
  int[] axis() default {};

  /// Whether the combined axes stay, with size 1; by default they go.
  boolean keepdims() default false;
}
