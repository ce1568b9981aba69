package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sigmoid, with the gradient of the cross entropy of two classes.
///
/// MXNet 1.9.1 `LogisticRegressionOutput`. The output is not the loss but the probability `p = 1 /
/// (1 + exp(-x))`, in the shape of `data`, `N x ...`. Where no label is given, the layer makes one,
/// `<layer>_label`. A label has the shape of `data`; for `N x 1` it may also be `N`, which is what
/// a label has whose shape is not written. It holds probabilities from 0 to 1.
///
/// The gradient is `dx = (p - label) * gradScale / m`, where m is the number of outputs a sample;
/// it is a sum over the batch. Head gradients are ignored. The label has no gradient.
///
/// ```java
/// @Model
/// interface Spam {
///   @Input(300)                 Symbol data();
///   @FullyConnected(units = 1)  Symbol fc(Symbol data);
///   @LogisticRegressionOutput   Symbol out(Symbol fc);   // N x 1; makes out_label, N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LogisticRegressionOutput {
  /// A factor for the gradient; by default 1.
  double gradScale() default 1;
}
