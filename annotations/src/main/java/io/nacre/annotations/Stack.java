package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Joins nodes of one shape along a new axis.
///
/// MXNet 1.9.1 `stack`, of any number of inputs of at least one. Each of the inputs `arg0`, `arg1`,
/// ... is one index of the new axis; the gradient of an input is its part of `dy`.
///
/// ```java
/// @Model
/// interface Pairs {
///   @Input(10)        Symbol left();
///   @Input(10)        Symbol right();
///   @Stack(axis = 1)  Symbol pair(Symbol left, Symbol right);   // N x 2 x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Stack {
  /// Where the new axis goes, counted in the output; -1 makes it the last. The default is 0.
  int axis() default 0;
}
