package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Softmax along the last axis, or along the channels; [Softmax] takes any axis.
///
/// MXNet 1.9.1 `SoftmaxActivation`, which MXNet keeps for old models: `y(k) = exp(x(k)) / sum over
/// j of exp(x(j))` along the axis that [SoftmaxMode] says. The output has the shape of the input
/// `data`. The gradient is `dx = y * (dy - sum over j of dy(j) * y(j))`.
///
/// ```java
/// @Model
/// interface Segments {
///   @Input({3, 32, 32})                             Symbol data();
///   @Conv(filters = 21, kernel = 1)                 Symbol scores(Symbol data);
///   @SoftmaxActivation(mode = SoftmaxMode.CHANNEL)  Symbol p(Symbol scores);   // N x 21 x 32 x 32
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SoftmaxActivation {
  /// Along which axis; by default the last.
  SoftmaxMode mode() default SoftmaxMode.INSTANCE;
}
