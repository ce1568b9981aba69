package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The logistic function: `y = 1 / (1 + exp(-x))`.
///
/// It is short for [Activation] with [ActivationType#SIGMOID] (MXNet 1.9.1 `Activation`,
/// `sigmoid`). The input `data` has any shape, and the output has the same. The gradient is
/// `dx = dy * y * (1 - y)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Sigmoid                      Symbol gate(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sigmoid {}
