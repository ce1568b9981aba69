package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Picks elements along an axis, all of them by the same indices.
///
/// MXNet 1.9.1 `take`: for `axis = 0`, `y(i) = a(indices(i))`, and for any axis `y(o, i, c)` is
/// `a(o, indices(i), c)`, where o stands for the axes before it and c for those after. [IndexMode]
/// says what an index means. The gradient of an element of `a` is the sum of the `dy` that took it;
/// the indices have none.
///
/// | | shape |
/// | --- | --- |
/// | `a` | `o... x size x c...` |
/// | `indices` | any, `i...` |
/// | output | `o... x i... x c...` |
///
/// Both have one element type. Float32 can tell no more than 16777216 elements apart.
///
/// ```java
/// @Model
/// interface Chosen {
///   @Variable({100, 8})   Symbol table();
///   @Input(3)             Symbol rows();
///   @Take                 Symbol chosen(Symbol table, Symbol rows);   // N x 3 x 8
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Take {
  /// The axis of `a` that the indices count along, by default the first; from the end if negative.
  int axis() default 0;

  /// What an index means; by default the nearest element that there is.
  IndexMode mode() default IndexMode.CLIP;
}
