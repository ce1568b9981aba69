package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 1 where they differ, else 0: `y = a != b`, where axes of size 1 are stretched.
///
/// MXNet 1.9.1 `broadcast_not_equal`, with a for `lhs` and b for `rhs`. Axes are matched from the last on; an
/// axis that only one operand has, or that has size 1 in one of them, is as large as in the other. Any
/// other difference is a compile error.
/// There is no gradient. What was stretched is summed up.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input({3, 8, 8})         Symbol image();
///   @Parameter({1, 3, 1, 1})  Symbol scale();
///   @BroadcastNotEqual         Symbol y(Symbol image, Symbol scale);   // N x 3 x 8 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BroadcastNotEqual {}
