package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The identity, with the gradient of the absolute error.
///
/// MXNet 1.9.1 `MAERegressionOutput`. The output is not the loss but `data` itself, of any shape `N
/// x ...`. Where no label is given, the layer makes one, `<layer>_label`. A label has the shape of
/// `data`; for `N x 1` it may also be `N`, which is what a label has whose shape is not written.
///
/// The gradient is `dx = gradScale / m` where `data > label` and `-gradScale / m` elsewhere, at a
/// tie too, where m is the number of outputs a sample; it is a sum over the batch. Head gradients
/// are ignored. The label has no gradient.
///
/// ```java
/// @Model
/// interface Price {
///   @Input(13)                  Symbol data();
///   @FullyConnected(units = 1)  Symbol fc(Symbol data);
///   @MAERegressionOutput        Symbol out(Symbol fc);   // N x 1; makes out_label, N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MAERegressionOutput {
  /// A factor for the gradient; by default 1.
  double gradScale() default 1;
}
