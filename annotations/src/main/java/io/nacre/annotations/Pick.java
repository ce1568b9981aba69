package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Picks one element along an axis, by an index for each place of the other axes.
///
/// MXNet 1.9.1 `pick`: `y(o, c) = data(o, index(o, c), c)`, where o stands for the axes before `axis`
/// and c for those after. [IndexMode] says what an index means. The gradient is `dy(o, c)` for the
/// element that was picked, 0 for the others; the index has none.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `o... x size x c...` |
/// | `index` | `o... x c...` or `o... x 1 x c...` |
/// | output | `o... x c...`, with `keepdims` `o... x 1 x c...`; of a vector, `1` |
///
/// Both have one element type.
///
/// ```java
/// @Model
/// interface Likelihood {
///   @Input(10)    Symbol scores();
///   @Label({})    Symbol digit();
///   @Pick         Symbol score(Symbol scores, Symbol digit);   // N: that of the right digit
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Pick {
  /// The axis to pick along, by default the last; counted from the end if negative.
  int axis() default -1;

  /// Whether the axis stays, with size 1. By default it does not.
  boolean keepdims() default false;

  /// What an index means; by default the nearest element that there is.
  IndexMode mode() default IndexMode.CLIP;
}
