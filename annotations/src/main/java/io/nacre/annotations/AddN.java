package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sum of any number of nodes.
///
/// MXNet 1.9.1 `add_n`: `y = arg0 + arg1 + ...`, element by element and in this order. There is at
/// least one argument. All have one shape, which is that of the output; nothing is broadcast. The
/// gradient of each is `dx = dy`.
///
/// ```java
/// @Model
/// interface Total {
///   @Input(10) Symbol a();
///   @Input(10) Symbol b();
///   @Input(10) Symbol c();
///   @AddN      Symbol sum(Symbol a, Symbol b, Symbol c);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AddN {}
