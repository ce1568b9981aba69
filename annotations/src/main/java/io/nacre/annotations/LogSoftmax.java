package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The logarithm of [Softmax].
///
/// MXNet 1.9.1 `log_softmax`: along `axis`, `y(k) = z(k) - log(sum over j of exp(z(j)))` with `z =
/// x / temperature`. The largest z of a row is subtracted first, and no logarithm of a rounded
/// probability is taken, so that y is exact where the probability is too small for a number. The
/// input `data` has any shape of at least one axis, and the output has the same. The gradient is
/// `dx = (dy - exp(y) * sum over j of dy(j)) / temperature`.
///
/// ```java
/// @Model
/// interface Likelihood {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @LogSoftmax                  Symbol logs(Symbol fc);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LogSoftmax {
  /// The axis of a row, from 0, or negative and counted from the end; by default the last.
  int axis() default -1;

  /// What `data` is divided by first: any finite number but 0; by default 1.
  double temperature() default 1;
}
