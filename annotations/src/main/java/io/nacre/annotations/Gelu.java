package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The Gaussian error linear unit: x times the probability that a normal number lies below it.
///
/// It is short for [LeakyRelu] with [LeakyReluType#GELU] (MXNet 1.9.1 `LeakyReLU`, `gelu`): `y = x
/// / 2 * (1 + erf(x / sqrt(2)))`, with the error function itself, not the approximation by tanh.
/// The input `data` has any shape, and the output has the same. The gradient is `dx = dy * ((1 +
/// erf(x / sqrt(2))) / 2 + x * exp(-x^2 / 2) / sqrt(2 * pi))`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Gelu                         Symbol gelu1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gelu {}
