package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// [Softmax] of the negated numbers: the smallest gets the largest share.
///
/// MXNet 1.9.1 `softmin`: along `axis`, `y(k) = exp(-z(k)) / sum over j of exp(-z(j))` with `z = x
/// / temperature`. The smallest z of a row is subtracted first, so that nothing overflows. The
/// input `data` has any shape of at least one axis, and the output has the same. The gradient is
/// `dx = -y * (dy - sum over j of dy(j) * y(j)) / temperature`.
///
/// ```java
/// @Model
/// interface Nearest {
///   @Input({8, 20})     Symbol distances();
///   @Softmin(axis = 1)  Symbol shares(Symbol distances);   // N x 8 x 20
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Softmin {
  /// The axis of a row, from 0, or negative and counted from the end; by default the last.
  int axis() default -1;

  /// What `data` is divided by first: any finite number but 0; by default 1.
  double temperature() default 1;
}
