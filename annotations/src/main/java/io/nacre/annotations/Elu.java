package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The exponential linear unit: `y = x` where `x > 0` and `slope * (exp(x) - 1)` elsewhere.
///
/// It is short for [LeakyRelu] with [LeakyReluType#ELU] (MXNet 1.9.1 `LeakyReLU`, `elu`). The input
/// `data` has any shape, and the output has the same. The gradient is `dx = dy` where `x > 0` and
/// `dy * slope * exp(x)` elsewhere.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Elu(slope = 1)               Symbol elu1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Elu {
  /// What negative numbers approach, negated; by default 0.25, as in MXNet.
  double slope() default 0.25;
}
