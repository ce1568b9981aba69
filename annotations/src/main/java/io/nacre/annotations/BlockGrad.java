package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The identity, which no gradient passes: what is before it is not trained through it.
///
/// MXNet 1.9.1 `BlockGrad`, also `stop_gradient`. The input `data` has any shape, and the output
/// has the same: `y = x`, and `dx = 0`. As a head it takes no head gradient.
///
/// ```java
/// @Model
/// interface Watched {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 64)  Symbol fc1(Symbol data);
///   @Output @BlockGrad           Symbol seen(Symbol fc1);   // N x 64, to look at
///   @FullyConnected(units = 10)  Symbol fc2(Symbol fc1);
///   @Output @SoftmaxOutput       Symbol out(Symbol fc2);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BlockGrad {}
