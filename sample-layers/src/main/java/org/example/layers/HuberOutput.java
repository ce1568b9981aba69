package org.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A loss for numbers that forgives outliers (Huber, 1964). The output is `data`; the gradient is
/// that of the sum over all outputs of `e^2 / 2` where `|e| <= delta`, and `delta * (|e| - delta /
/// 2)` elsewhere, with `e = data - label`: e itself, but never more than delta either way.
///
/// | | shape |
/// | --- | --- |
/// | `data`, `label`, output | the same, any; the layer makes `<layer>_label` |
///
/// ```java
/// @HuberOutput(delta = 0.5) Symbol out(Symbol fc);   // makes out_label
/// ```
@LayerType("io.nacre:nacre-sample-layers")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HuberOutput {
  /// From which error on the loss grows by a straight line; above 0, by default 1.
  double delta() default 1;
}
