package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a loss of any node: training makes its numbers smaller.
///
/// MXNet 1.9.1 `MakeLoss`, and `make_loss` without attributes. The output is `data` itself, of any
/// shape. The gradient is the same number everywhere, and head gradients are ignored:
///
/// | `normalization` | `dx` |
/// | --- | --- |
/// | [Normalization#NULL] | `gradScale` |
/// | [Normalization#BATCH] | `gradScale / N`, or whatever else the first axis is |
/// | [Normalization#VALID] | `gradScale / max(c, 1)`, with c numbers above `validThresh` |
///
/// ```java
/// @Model
/// interface Distance {
///   @Input(2)        Symbol point();
///   @Input(2)        Symbol target();
///   @Minus           Symbol miss(Symbol point, Symbol target);
///   @Norm(axis = 1)  Symbol length(Symbol miss);
///   @MakeLoss(normalization = Normalization.BATCH)  Symbol loss(Symbol length);   // N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MakeLoss {
  /// A factor for the gradient; by default 1.
  double gradScale() default 1;

  /// What the gradient is divided by; by default nothing, so that it is a sum over the batch.
  Normalization normalization() default Normalization.NULL;

  /// What a number must be above to be counted by [Normalization#VALID]; by default 0.
  double validThresh() default 0;
}
