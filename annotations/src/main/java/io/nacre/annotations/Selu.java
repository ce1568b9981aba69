package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The scaled exponential linear unit, which keeps the mean 0 and the variance 1 of what it is
/// given.
///
/// It is short for [LeakyRelu] with [LeakyReluType#SELU] (MXNet 1.9.1 `LeakyReLU`, `selu`): `y =
/// lambda * x` where `x > 0` and `lambda * alpha * (exp(x) - 1)` elsewhere, with lambda
/// 1.0507009873554805 and alpha 1.6732632423543772. The input `data` has any shape, and the output
/// has the same. The gradient is `dx = dy * lambda` where `x > 0` and `dy * (y + lambda * alpha)`
/// elsewhere; MXNet 1.9.1 computes a wrong one there.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Selu                         Symbol selu1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Selu {}
