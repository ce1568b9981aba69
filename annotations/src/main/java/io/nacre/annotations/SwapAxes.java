package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Swaps two axes.
///
/// MXNet 1.9.1 `SwapAxis`. The gradient is `dy` with the same axes swapped.
///
/// ```java
/// @Model
/// interface Steps {
///   @Input({35, 100})              Symbol words();                    // N x 35 x 100
///   @SwapAxes(dim1 = 0, dim2 = 1)  Symbol steps(Symbol words);        // 35 x N x 100
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SwapAxes {
  /// One axis; negative ones count from the end. The default is 0.
  int dim1() default 0;

  /// The other axis; negative ones count from the end. The default is 0.
  int dim2() default 0;
}
