package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A state that training updates beside the gradients, written out.
///
/// Layers make their states themselves, named after the layer (`bn_moving_mean`). Write one to give
/// it a name of its own or to share it between layers; [As] says which argument of a layer it
/// takes. A state has no gradient, no optimizer touches it, and it is saved and loaded with the
/// parameters.
///
/// ```java
/// @Model
/// interface SharedStatistics {
///   @Input({3, 8, 8})  Symbol data();
///   @Auxiliary         Symbol mean();                            // 3, inferred
///   @BatchNorm         Symbol bn(Symbol data, @As("moving_mean") Symbol mean);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Auxiliary {
  /// The whole shape.
  ///
  /// If this is not written at all, the shape is inferred from use. A dimension is at least 1, or 0:
  /// that dimension is inferred.
  int[] value() default {};

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;
}
