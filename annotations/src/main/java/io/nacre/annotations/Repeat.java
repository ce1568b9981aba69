package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Repeats a layer, a block or a call, each copy after the one before.
///
/// The first copy takes the edges that are written. Each further copy takes the copy before it as
/// its first argument, and its other edges as they are written. Every copy has weights of its own.
/// The copies of `fc` are called `fc1`, `fc2` and so on; the bare name `fc` means the last.
///
/// ```java
/// @Model
/// interface Deep {
///   @Input(100)                                        Symbol data();
///   @Repeat(3) @FullyConnected(units = 100)            Symbol fc(Symbol data);   // fc1, fc2, fc3
///   @SoftmaxOutput                                     Symbol out(Symbol fc);    // takes fc3
/// }
/// ```
///
/// `@Repeat(value = 2, prefix = "layer%d_")` names them `layer1_fc` and `layer2_fc`, as MXNet's
/// `Prefix` does.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Repeat {
  /// How many copies; at least 1.
  int value();

  /// What goes before the name, with `%d` where the number goes, counted from 1.
  ///
  /// The default, the empty string, puts the number after the name. Otherwise it has one `%d`, and
  /// besides only letters, digits and `_`.
  String prefix() default "";
}
