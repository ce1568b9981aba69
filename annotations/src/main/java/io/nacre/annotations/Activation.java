package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Applies a non-linear function to each element.
///
/// MXNet 1.9.1 `Activation`; [ActivationType] gives the formulas and derivatives. The input `data`
/// has any shape, and the output has the same. The gradient is `dx = dy * y'`.
///
/// Each function also has a short form: [Relu], [Sigmoid], [Tanh], [SoftRelu], [SoftSign].
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                       Symbol data();
///   @FullyConnected(units = 128)      Symbol fc1(Symbol data);
///   @Activation(ActivationType.TANH)  Symbol tanh1(Symbol fc1);   // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Activation {
  /// Which function.
  ActivationType value();
}
