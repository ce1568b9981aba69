package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Repeats each element.
///
/// MXNet 1.9.1 `repeat`: along `axis` every element comes `repeats` times, one after the other. The
/// gradient is the sum of `dy` over the copies.
///
/// ```java
/// @Model
/// interface Twice {
///   @Input({4, 3})                            Symbol data();
///   @RepeatElements(repeats = 2, axis = 1)    Symbol rows(Symbol data);   // N x 8 x 3
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RepeatElements {
  /// How often, at least 1.
  int repeats();

  /// The axis; negative ones count from the end. By default [Symbol#NONE]: all elements in one row,
  /// so that the output has one axis.
  int axis() default Symbol.NONE;
}
