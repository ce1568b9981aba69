package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives the elements of one node the shape of another.
///
/// MXNet 1.9.1 `reshape_like`: the output has the elements of `lhs` and the shape of `rhs`, of
/// which nothing else matters and whose gradient is 0. With begins and ends only some axes
/// change: the axes `lhsBegin` to before `lhsEnd` of `lhs` are replaced by the axes `rhsBegin` to
/// before `rhsEnd` of `rhs`. Negative numbers count from the end. As many elements as before must
/// come out.
///
/// ```java
/// @Model
/// interface Back {
///   @Input({3, 8, 8})  Symbol image();
///   @Flatten           Symbol flat(Symbol image);
///   @ReshapeLike       Symbol again(Symbol flat, Symbol image);   // N x 3 x 8 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ReshapeLike {
  /// The first axis of `lhs` to replace; the default is 0.
  int lhsBegin() default 0;

  /// One past the last axis of `lhs` to replace; by default [Symbol#NONE], all that follow.
  int lhsEnd() default Symbol.NONE;

  /// The first axis of `rhs` to take; the default is 0.
  int rhsBegin() default 0;

  /// One past the last axis of `rhs` to take; by default [Symbol#NONE], all that follow.
  int rhsEnd() default Symbol.NONE;
}
