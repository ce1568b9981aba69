package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Repeats a node as a whole, like the tiles of a floor.
///
/// MXNet 1.9.1 `tile`: along axis i `data` comes `reps[i]` times. The shorter of shape and `reps`
/// is made longer by ones before it. The gradient is the sum of `dy` over all copies.
///
/// ```java
/// @Model
/// interface Floor {
///   @Input({2, 3})           Symbol data();
///   @Tile(reps = {1, 2, 2})  Symbol four(Symbol data);   // N x 4 x 6
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tile {
  /// How often along each axis, each number at least 1; `{}` leaves everything as it is.
  int[] reps();
}
