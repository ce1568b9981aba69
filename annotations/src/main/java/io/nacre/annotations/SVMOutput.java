package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The identity on scores, with the gradient of the hinge loss of a support vector machine.
///
/// MXNet 1.9.1 `SVMOutput`. The output is not the loss but `data` itself: scores of K classes along
/// the last axis, `N x K` or with more axes before K. Where no label is given, the layer makes one,
/// `<layer>_label`, of the shape of `data` without its last axis. A label is a class from 0 to K -
/// 1.
///
/// Each class is told from all others. With s = -1 for the label's class and s = 1 for the others,
/// and `v = margin + s * x`, the loss is the sum of `regularizationCoefficient * max(v, 0)^2`, or
/// without the square by `useLinear`. The gradient is a sum over the batch:
///
/// | | `dx` where `v > 0`; 0 elsewhere |
/// | --- | --- |
/// | default | `2 * s * v * regularizationCoefficient` |
/// | `useLinear` | `s * regularizationCoefficient` |
///
/// Head gradients are ignored. The label has no gradient.
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @SVMOutput                   Symbol out(Symbol fc);   // N x 10; makes out_label, N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SVMOutput {
  /// How far a score should be on its side of 0; by default 1.
  double margin() default 1;

  /// A factor for the gradient; by default 1.
  double regularizationCoefficient() default 1;

  /// Whether the loss is linear in what is missing, rather than its square; by default it is not.
  boolean useLinear() default false;
}
