package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A fully connected layer: a matrix product and a bias.
///
/// MXNet 1.9.1 `FullyConnected`: `y = x * transpose(weight) + bias`, with x for the rows of
/// `data`. The arguments are, in this order:
///
/// | | shape with `flatten` | shape without |
/// | --- | --- | --- |
/// | `data` | `N x d1 x d2 x ...`, taken as `N x K`, `K = d1 * d2 * ...` | `N x ... x K` |
/// | `<layer>_weight` | `units x K` | `units x K` |
/// | `<layer>_bias`, unless `noBias` | `units` | `units` |
/// | output | `N x units` | `N x ... x units` |
///
/// The gradients are `dx = dy * weight` for the data, `transpose(dy) * x` for the weight and the
/// sum of the rows of `dy` for the bias.
///
/// ```java
/// @Model
/// interface Mlp {
///   @Input({1, 28, 28})           Symbol data();
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data);      // N x 128; fc1_weight 128 x 784
///   @Relu                         Symbol relu1(Symbol fc1);
///   @FullyConnected(units = 10)   Symbol fc2(Symbol relu1);     // N x 10; fc2_weight 10 x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FullyConnected {
  /// How many numbers the layer puts out for each row; at least 1.
  int units();

  /// Whether all axes but the first become one, as by default; otherwise the layer acts on the
  /// last.
  boolean flatten() default true;

  /// Whether to leave out the bias. By default there is one.
  boolean noBias() default false;
}
