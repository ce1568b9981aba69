package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Turns each row of numbers into probabilities.
///
/// MXNet 1.9.1 `softmax`: along `axis`, `y(k) = exp(z(k)) / sum over j of exp(z(j))` with `z = x /
/// temperature`. The largest z of a row is subtracted first, so that nothing overflows. The input
/// `data` has any shape of at least one axis, and the output has the same. The gradient is `dx = y
/// * (dy - sum over j of dy(j) * y(j)) / temperature`.
///
/// With `useLength` there is a second argument, `length`, of the shape of `data` without `axis`:
/// how many elements of each row count. The others are 0, and so are their gradients; a row of
/// length 0 is all 0. The lengths have the element type of `data` and no gradient.
///
/// It is a layer for the inside of a network. At its end, [SoftmaxOutput] is softmax and loss in
/// one.
///
/// ```java
/// @Model
/// interface Attention {
///   @Input({8, 20})                   Symbol scores();
///   @Input(8)                         Symbol words();
///   @Softmax                          Symbol whole(Symbol scores);                // N x 8 x 20
///   @Output @Softmax(useLength = true) Symbol some(Symbol whole, Symbol words);   // N x 8 x 20
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Softmax {
  /// The axis of a row, from 0, or negative and counted from the end; by default the last.
  int axis() default -1;

  /// What `data` is divided by first: any finite number but 0; by default 1.
  double temperature() default 1;

  /// Whether the argument `length` says how many elements of each row count; by default all do.
  boolean useLength() default false;
}
