package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Sets each number to 0 with probability p, and scales the others up so that the mean stays.
///
/// MXNet 1.9.1 `Dropout`, after Srivastava et al., *Dropout* (2014): `y = x * mask`, where each
/// element of the mask is 0 with probability p and `1 / (1 - p)` otherwise, drawn anew in each pass.
/// The gradient is `dx = dy * mask`. The output has the shape of `data`. In inference nothing is
/// dropped, unless the mode is [DropoutMode#ALWAYS].
///
/// The random numbers follow from the seed given to the graph's `initialize`, and are the same for
/// any number of threads.
///
/// ```java
/// @Model
/// interface Regularized {
///   @Input(100)                  Symbol data();
///   @Dropout(p = 0.2)            Symbol drop(Symbol data);
///   @FullyConnected(units = 10)  Symbol fc(Symbol drop);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {
  /// The probability of 0; at least 0, less than 1, by default 0.5.
  double p() default 0.5;

  /// When numbers are dropped; by default in training only.
  DropoutMode mode() default DropoutMode.TRAINING;

  /// The axes along which all numbers share one element of the mask; by default none.
  ///
  /// `axes = {2, 3}` on `N x C x H x W` drops whole channels. An axis is counted from the end if
  /// negative.
  int[] axes() default {};
}
