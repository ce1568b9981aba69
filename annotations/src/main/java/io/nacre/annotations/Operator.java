package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an annotation type as an operator of your own: its shapes are data, which the compiler checks
/// wherever it is used, and its numbers are computed by static methods in plain Java.
///
/// ```java
/// @Operator("n k -> n k")
/// @interface Swish {
///   double beta() default 1;
///
///   final class Kernel {
///     static void forward(FloatView x, FloatView y, double beta) {
///       for (int i = 0; i < x.size(); i++) {
///         y.put(i, (float) (x.at(i) / (1 + Math.exp(-beta * x.at(i)))));
///       }
///     }
///
///     static void backward(FloatView x, FloatView y, FloatView dy, FloatView dx, double beta) {
///       for (int i = 0; i < x.size(); i++) {
///         double s = 1 / (1 + Math.exp(-beta * x.at(i)));
///         dx.put(i, dx.at(i) + (float) (dy.at(i) * (s + beta * y.at(i) * (1 - s))));
///       }
///     }
///   }
/// }
///
/// @Swish(beta = 2) Symbol act(Symbol fc);
/// ```
///
/// **Shapes.** [#value] lists the axes of each input, and after `->` those of the output. A name is a
/// size that must be the same wherever it stands, a number is that size, and a computed size stands in
/// parentheses: `"n c h w -> n c (h/2) (w/2)"`, with `+ - * /` over whole numbers, where a division
/// must leave no rest. Inputs are separated by commas, and several need names:
/// `"data: n k, label: n -> n k"`. Shapes are inferred both ways, except through computed sizes. An
/// input that is called `label` is one: where no edge is given, the node makes it, as `act_label`.
///
/// **Kernel.** The nested class `Kernel` has, for each element type that models use it with, the method
///
/// * `forward(inputs..., y, attributes...)`, which writes all of `y`, and
/// * `backward(inputs..., y, dy, dx, attributes...)`, which adds the input's gradient into `dx`, which
///   starts as zeros. With several inputs each has one of its own, named after it: `backwardData`,
///   `backwardWeight`. It may be left out for an input through which no model trains.
///
/// Arrays are `io.nacre.runtime.kernel.FloatView`, or `DoubleView` for float64. Attributes are the
/// annotation's elements in their order, of the types `int`, `double`, `boolean` and `String`. The
/// methods are not private, return nothing, and may neither keep the views nor change their inputs.
/// They run on one thread, in the step of the node.
///
/// An operator in a library needs nothing else. A model with one has no MXNet JSON.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Operator {
  /// The shapes: `"n k, k m -> n m"`.
  String value();

  /// Whether it is a loss: its gradient starts by itself, and `backward` has no `dy`.
  boolean loss() default false;
}
