package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sigmoid as three straight lines: `y = max(0, min(1, alpha * x + beta))`.
///
/// MXNet 1.9.1 `hard_sigmoid`. The input `data` has any shape, and the output has the same. The
/// gradient is `alpha * dy` where y lies between 0 and 1, and 0 elsewhere, at the bends too.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @HardSigmoid                  Symbol gate(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HardSigmoid {
  /// The slope at 0; by default 0.2.
  double alpha() default 0.2;

  /// The value at 0; by default 0.5.
  double beta() default 0.5;
}
