package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rectifier: `y = max(x, 0)`.
///
/// It is short for [Activation] with [ActivationType#RELU] (MXNet 1.9.1 `Activation`, `relu`). The
/// input `data` has any shape, and the output has the same. The gradient is `dx = dy` where
/// `x > 0` and 0 elsewhere, at 0 too.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                   Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);
///   @Relu                         Symbol relu1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Relu {}
