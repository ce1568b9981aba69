package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Each number, but at least `min` and at most `max`.
///
/// MXNet 1.9.1 `clip`: `y = max(min(x, max), min)`. The input `data` has any shape, and the output has
/// the same. The gradient is `dy` where x lies from `min` to `max`, both included, and 0 elsewhere.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(10)                Symbol data();
///   @Clip(min = 0, max = 6)   Symbol y(Symbol data);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Clip {
  /// The least that comes out.
  double min();

  /// The most that comes out; not below `min`.
  double max();
}
