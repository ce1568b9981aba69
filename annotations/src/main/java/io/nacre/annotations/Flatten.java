package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes one axis of all axes but the first.
///
/// MXNet 1.9.1 `Flatten`. The input `data` is `N x d1 x d2 x ...`, the output
/// `N x (d1 * d2 * ...)` with the same numbers in the same order; so is the gradient.
/// [FullyConnected] does it by itself unless told otherwise.
///
/// ```java
/// @Model
/// interface Rows {
///   @Input({3, 8, 8})  Symbol data();
///   @Flatten           Symbol flat(Symbol data);   // N x 192
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Flatten {}
