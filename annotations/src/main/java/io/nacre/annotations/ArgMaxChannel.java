package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which channel is the largest, at each position.
///
/// MXNet 1.9.1 `argmax_channel`: [ArgMax] along axis 1. The input `data` is `N x C x ...`, of at
/// least two axes, and the output is `N x ...` without C. At a tie it is the first, and NaN counts
/// as largest. It has the element type of `data`. No gradient passes, and as a head it takes no
/// head gradient.
///
/// ```java
/// @Model
/// interface Segments {
///   @Input({3, 32, 32})              Symbol data();
///   @Conv(filters = 21, kernel = 1)  Symbol scores(Symbol data);
///   @ArgMaxChannel                   Symbol kind(Symbol scores);   // N x 32 x 32
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ArgMaxChannel {}
