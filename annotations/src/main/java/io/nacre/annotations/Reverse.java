package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Turns the order of axes around.
///
/// MXNet 1.9.1 `reverse`, also known as `flip`: along each of `axis` the last element comes
/// first. So it is with the gradient.
///
/// ```java
/// @Model
/// interface Mirror {
///   @Input({3, 28, 28})  Symbol data();
///   @Reverse(axis = 3)   Symbol mirrored(Symbol data);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reverse {
  /// The axes, at least one; negative ones count from the end.
  int[] axis();
}
