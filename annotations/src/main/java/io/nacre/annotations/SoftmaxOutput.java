package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Softmax, with the gradient of the cross-entropy loss.
///
/// MXNet 1.9.1 `SoftmaxOutput`. The output is not the loss but the probabilities
/// `p = exp(x(k)) / sum over j of exp(x(j))`, in the shape of the scores `data`. Where no label is
/// given, the layer makes one, `<layer>_label`. What makes up a row of K scores depends on the
/// attributes:
///
/// | | scores | softmax over | label |
/// | --- | --- | --- | --- |
/// | default | `N x ...`, taken as `N x K` | all but the first axis | `N` |
/// | `multiOutput` | `N x K x d1 x d2 x ...` | axis 1 | `N x d1 x d2 x ...` |
/// | `preserveShape` | `N x d1 x ... x K` | the last axis | `N x d1 x ...` |
///
/// A label is a class from 0 to K - 1. With `multiOutput` a label whose shape is not written has
/// one axis for all positions, `N x (d1 * d2 * ...)`, and `N x 1 x d1 x d2 x ...` fits as well. A
/// label of the same shape as the scores holds probabilities instead of classes.
///
/// The gradient is `dx = (p - t) * gradScale / c`:
///
/// * t is 1 for the label's class and 0 for the others. `smoothAlpha` moves that much from the
///   true class evenly to the K - 1 others.
/// * c is what [Normalization] says.
/// * With `useIgnore` the rows whose label is `ignoreLabel` have the gradient 0.
/// * With probabilities as the label it is `dx = (p - label) * gradScale`; smoothing, ignoring and
///   normalization do not apply.
/// * With `outGrad` it is multiplied by p. Head gradients are ignored. The label has no gradient.
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @SoftmaxOutput               Symbol out(Symbol fc);   // N x 10; makes out_label, N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SoftmaxOutput {
  /// A factor for the gradient; by default 1.
  double gradScale() default 1;

  /// The label that marks a row to ignore; by default -1. Labels are compared with it as integers.
  double ignoreLabel() default -1;

  /// Whether rows labelled `ignoreLabel` have the gradient 0. By default no row is ignored.
  boolean useIgnore() default false;

  /// Whether the classes are on axis 1, with a label for each position of the axes after it.
  ///
  /// By default they are not. If `preserveShape` is set too, this one counts.
  boolean multiOutput() default false;

  /// Whether the classes are on the last axis, with a label for each position of those before it.
  ///
  /// By default they are not.
  boolean preserveShape() default false;

  /// What the gradient is divided by; by default not by N, so that it is a sum over the batch.
  Normalization normalization() default Normalization.NULL;

  /// Whether the gradient is multiplied, element by element, by the output.
  ///
  /// By default it is not. MXNet means the head gradient here, but 1.9.1 computes with the output,
  /// and so does Nacre.
  boolean outGrad() default false;

  /// How much of the true class goes evenly to the other classes, from 0, the default, to 1.
  double smoothAlpha() default 0;
}
