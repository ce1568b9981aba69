package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Stretches axes of size 1 to the size of another node.
///
/// MXNet 1.9.1 `broadcast_like`. Along each axis `lhs` has the size of `rhs`, or 1 and is
/// repeated. The gradient of `lhs` is the sum of `dy` over the copies; only the shape of `rhs`
/// matters, so its gradient is 0. With `lhsAxes` and `rhsAxes` only these axes are compared, in
/// pairs, and the others of `lhs` stay as they are.
///
/// ```java
/// @Model
/// interface Mask {
///   @Input({8, 4, 4})          Symbol data();
///   @Input({1, 4, 4})          Symbol mask();
///   @BroadcastLike             Symbol wide(Symbol mask, Symbol data);   // N x 8 x 4 x 4
///   @Times                     Symbol masked(Symbol data, Symbol wide);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BroadcastLike {
  /// The axes of `lhs` to stretch; negative ones count from the end. The default `{}` means all.
  int[] lhsAxes() default {};

  /// The axis of `rhs` that each of `lhsAxes` is stretched to; as many of them.
  int[] rhsAxes() default {};
}
