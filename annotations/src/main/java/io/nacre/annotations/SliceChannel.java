package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Cuts an axis into equal parts, each an output of its own.
///
/// MXNet 1.9.1 `SliceChannel`, also known as `split`. The size of `axis` must be a multiple of
/// `outputs`; output i is the i-th part, and the gradient of `data` is made of those of the
/// outputs. An edge takes an output by [From], counted from 0; without it, the first.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `d0 x ... x k x ...`, with the size `k` on `axis` |
/// | each output | `d0 x ... x (k / outputs) x ...`; without the axis if `squeezeAxis` |
///
/// ```java
/// @Model
/// interface Gate {
///   @Input(64)                  Symbol data();
///   @SliceChannel(outputs = 2)  Symbol parts(Symbol data);   // twice N x 32
///   @Sigmoid                    Symbol gate(@From(value = "parts", output = 1) Symbol second);
///   @Times                      Symbol out(Symbol parts, Symbol gate);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SliceChannel {
  /// How many parts, at least 1.
  int outputs();

  /// The axis to cut; -1 is the last. The default is 1, the channels.
  int axis() default 1;

  /// Whether to leave the axis out, which must then have the size 1 in each part.
  ///
  /// By default it stays.
  boolean squeezeAxis() default false;
}
