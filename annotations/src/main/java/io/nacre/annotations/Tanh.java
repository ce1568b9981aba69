package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The hyperbolic tangent: `y = tanh(x)`.
///
/// It is short for [Activation] with [ActivationType#TANH] (MXNet 1.9.1 `Activation`, `tanh`). The
/// input `data` has any shape, and the output has the same. The gradient is
/// `dx = dy * (1 - y * y)`.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Tanh                         Symbol tanh1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tanh {}
