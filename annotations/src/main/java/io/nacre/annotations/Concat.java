package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Joins nodes one after another along an axis.
///
/// MXNet 1.9.1 `Concat`, of any number of inputs of at least one. All inputs have the same number
/// of axes and the same size on each but `axis`; along it the output is as long as all inputs
/// together:
///
/// | | shape |
/// | --- | --- |
/// | `arg0`, `arg1`, ... | `d0 x ... x ki x ...`, with the size `ki` on `axis` |
/// | output | `d0 x ... x (k0 + k1 + ...) x ...` |
///
/// The gradient of an input is its part of `dy`. On an axis that depends on the batch all inputs
/// must do so: N and 2N are 3N, while N + 3 is a compile error.
///
/// ```java
/// @Model
/// interface Branches {
///   @Input({3, 28, 28})                       Symbol data();
///   @Conv(filters = 8, kernel = 1)            Symbol narrow(Symbol data);
///   @Conv(filters = 16, kernel = 3, pad = 1)  Symbol wide(Symbol data);
///   @Concat                                   Symbol both(Symbol narrow, Symbol wide);
/// }   // N x 24 x 28 x 28
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concat {
  /// The axis to join along, MXNet's `dim`; -1 is the last. The default is 1, the channels.
  int axis() default 1;
}
