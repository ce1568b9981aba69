package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The smooth rectifier: `y = log(1 + exp(x))`.
///
/// It is short for [Activation] with [ActivationType#SOFTRELU] (MXNet 1.9.1 `Activation`,
/// `softrelu`). The input `data` has any shape, and the output has the same. The gradient is
/// `dx = dy / (1 + exp(-x))`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @SoftRelu                     Symbol soft1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SoftRelu {}
