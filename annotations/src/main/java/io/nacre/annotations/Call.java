package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Uses a model inside another, as MXNet's `net2(data2=net1)` does.
///
/// The arguments take the places of the called model's inputs ([Input] and [Variable]) in the order
/// in which it declares them, or by name with [As]. Each must have the shape and the type that
/// the model declares. The called model's nodes get the name of the call before their own:
/// `code_fc1`, with the weights `code_fc1_weight`; edges reach them by dotted paths,
/// `@From("code.fc1")`. Its labels become labels of the caller: `code_out_label`.
///
/// The call's value is the called model's head. With several heads, `@From(value = "code", output =
/// 1)` takes the second. Heads that nobody takes are heads of the caller too, unless the caller marks
/// its own with [Output], which also may stand on the call and then marks all of its heads; what no
/// head needs is left out. `gradient` of an input and `memory` of the called model say nothing here. A
/// called model with a fixed batch needs a caller with the same one.
///
/// ```java
/// @Model
/// interface Encoder {
///   @Input({1, 28, 28})         Symbol image();
///   @FullyConnected(units = 32) Symbol fc1(Symbol image);
///   @Tanh                       Symbol code(Symbol fc1);
/// }
///
/// @Model
/// interface Siamese {
///   @Input({1, 28, 28})                                 Symbol first();
///   @Input({1, 28, 28})                                 Symbol second();
///   @Call(Encoder.class)                                Symbol left(Symbol first);
///   @Call(value = Encoder.class, weightsOf = "left")    Symbol right(Symbol second);
///   @Minus                                              Symbol distance(Symbol left, Symbol right);
/// }
/// ```
///
/// Here both calls use one set of weights, `left_fc1_weight` and `left_fc1_bias`, whose gradients add
/// up.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Call {
  /// The model: an interface or abstract class marked [Model]. It may not use this one.
  Class<?> value();

  /// Another call of the same model, in the same model or block, whose weights and states this one
  /// uses. The default, the empty string, makes weights of its own.
  ///
  /// For a repeated call it may be the first copy, such as `"cell1"`: then all copies share one
  /// set.
  String weightsOf() default "";
}
