package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Picks one element of each row, by an index of its own.
///
/// MXNet 1.9.1 `batch_take`: `y(i) = a(i, indices(i))`, where i stands for all axes of `a` but the
/// last. Fractions are cut off; an index below 0 counts as 0, and one beyond the last element as the
/// last. The gradient is `dy(i)` for the element that was taken, 0 for the others; the indices have
/// none. [Pick] does the same along any axis.
///
/// | | shape |
/// | --- | --- |
/// | `a` | `N x K`, or more axes |
/// | `indices` | as many elements as `a` has rows; by default `a` without its last axis |
/// | output | that of the indices |
///
/// ```java
/// @Model
/// interface Chosen {
///   @Input(10)   Symbol scores();
///   @Input({})   Symbol choice();
///   @BatchTake   Symbol chosen(Symbol scores, Symbol choice);   // N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchTake {}
