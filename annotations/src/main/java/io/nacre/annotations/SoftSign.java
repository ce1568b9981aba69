package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The soft sign: `y = x / (1 + |x|)`.
///
/// It is short for [Activation] with [ActivationType#SOFTSIGN] (MXNet 1.9.1 `Activation`,
/// `softsign`). The input `data` has any shape, and the output has the same. The gradient is
/// `dx = dy / (1 + |x|)^2`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @SoftSign                     Symbol sign1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SoftSign {}
