package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An input of the network, with the batch as its first axis.
///
/// `@Input({1, 28, 28})` has the shape `N x 1 x 28 x 28`. The user feeds it at every forward. For
/// a value without a batch axis see [Variable], for the expected results see [Label].
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input({3, 32, 32})          Symbol image();                // N x 3 x 32 x 32
///   @FullyConnected(units = 10)  Symbol fc(Symbol image);
///   @SoftmaxOutput               Symbol out(Symbol fc);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Input {
  /// The shape of one sample, without N.
  ///
  /// Every dimension is at least 1. The empty shape `{}` is one number a sample: `N`.
  int[] value();

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;

  /// Whether `backward` also computes the gradient of this input. By default it does not.
  boolean gradient() default false;
}
