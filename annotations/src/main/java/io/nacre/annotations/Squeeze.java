package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Leaves out axes of size 1.
///
/// MXNet 1.9.1 `squeeze`. The gradient is `dy` with the axes back. The batch is never of size 1.
///
/// ```java
/// @Model
/// interface Features {
///   @Input({64, 7, 7})            Symbol data();
///   @AvgPool(global = true)       Symbol pool(Symbol data);    // N x 64 x 1 x 1
///   @Squeeze(axis = {2, 3})       Symbol row(Symbol pool);     // N x 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Squeeze {
  /// The axes to leave out, each of size 1; negative ones count from the end. The default `{}`
  /// means all axes of size 1; of a shape of nothing else one stays.
  int[] axis() default {};
}
