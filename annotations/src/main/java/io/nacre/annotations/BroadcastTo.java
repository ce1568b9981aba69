package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stretches axes of size 1 to a shape.
///
/// MXNet 1.9.1 `broadcast_to`. Along each axis `data` has the size of the output, or 1 and is
/// repeated. The gradient is the sum of `dy` over the copies.
///
/// ```java
/// @Model
/// interface Rows {
///   @Parameter({1, 10})                    Symbol w();
///   @BroadcastTo(shape = {Symbol.BATCH, 10}) Symbol rows(Symbol w);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BroadcastTo {
  /// The shape, with as many axes as `data`; 0 leaves an axis as it is, and [Symbol#BATCH] is N.
  int[] shape();
}
