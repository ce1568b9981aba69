package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stretches some axes of size 1.
///
/// MXNet 1.9.1 `broadcast_axis`. The gradient is the sum of `dy` over the copies.
///
/// ```java
/// @Model
/// interface Channels {
///   @Input({1, 8, 8})                      Symbol gray();
///   @BroadcastAxis(axis = 1, size = 3)     Symbol rgb(Symbol gray);   // N x 3 x 8 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BroadcastAxis {
  /// The axes, each of size 1; negative ones count from the end.
  int[] axis();

  /// The new size of each of them, at least 1, or a multiple of [Symbol#BATCH].
  int[] size();
}
