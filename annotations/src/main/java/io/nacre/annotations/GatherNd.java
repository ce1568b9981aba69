package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Picks elements, or slices, by indices along several axes at once.
///
/// MXNet 1.9.1 `gather_nd`: `y(i, c) = data(indices(0, i), ..., indices(M - 1, i), c)`, where i stands
/// for all axes of the indices but the first, whose size M is the number of leading axes of the data
/// that are indexed, and c for the axes after them. Fractions are cut off. An index of -1 means the
/// last element, -2 the one before it, and so on; one that is not from `-size` to `size - 1` stops
/// the step with an `IndexOutOfBoundsException`. The gradient of an element of the data is the sum of
/// the `dy` that took it; the indices have none.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `d0 x ... x dM-1 x c...` |
/// | `indices` | `M x i...`, with at least one axis i |
/// | output | `i... x c...` |
///
/// Both have one element type. Float32 can tell no more than 16777216 slices apart.
///
/// ```java
/// @Model
/// interface Points {
///   @Variable({28, 28})      Symbol image();
///   @Variable({2, BATCH})    Symbol places();                                  // rows, columns
///   @GatherNd                Symbol points(Symbol image, Symbol places);       // N
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GatherNd {}
