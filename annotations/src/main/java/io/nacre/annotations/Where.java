package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes each element from one of two values, as a condition says.
///
/// MXNet 1.9.1 `where`: `out(i)` is `x(i)` where `condition(i)` is not 0, and `y(i)` where it is 0. The
/// gradient goes to the one that was taken; the condition has none.
///
/// | | shape |
/// | --- | --- |
/// | `condition` | that of x, or just its first axis: then it chooses whole slices |
/// | `x`, `y`, output | equal |
///
/// ```java
/// @Model
/// interface Gate {
///   @Input(10)   Symbol a();
///   @Input(10)   Symbol b();
///   @Input({})   Symbol open();
///   @Where       Symbol out(Symbol open, Symbol a, Symbol b);   // N x 10: rows of a or of b
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Where {}
