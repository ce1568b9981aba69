package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Adds an axis of size 1.
///
/// MXNet 1.9.1 `expand_dims`. The gradient is `dy` without the axis.
///
/// ```java
/// @Model
/// interface OneChannel {
///   @Input({28, 28})        Symbol data();
///   @ExpandDims(axis = 1)   Symbol image(Symbol data);   // N x 1 x 28 x 28
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ExpandDims {
  /// Where the new axis goes, counted in the output; -1 makes it the last.
  int axis();
}
