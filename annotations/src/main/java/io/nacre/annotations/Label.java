package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The expected results that a loss compares its input with.
///
/// A label never has a gradient. The user feeds it for training. Writing one is only needed to
/// share it between losses or to state its shape: a loss such as [SoftmaxOutput] makes its own
/// label, named after the loss (`out_label`), where none is given.
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @Label                       Symbol digit();                // N, inferred from out
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @SoftmaxOutput               Symbol out(Symbol fc, @As("label") Symbol digit);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Label {
  /// The shape of one sample's label, without N.
  ///
  /// If this is not written at all, the shape is inferred from the loss. Written, every dimension
  /// is at least 1, and `{}` is one number a sample: `N`.
  int[] value() default {};

  /// The element type; by default it is inferred, as a rule from the loss.
  DataType dtype() default DataType.INFERRED;
}
