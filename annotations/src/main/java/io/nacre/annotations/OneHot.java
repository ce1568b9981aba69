package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Turns indices into vectors that are `onValue` at the index and `offValue` elsewhere.
///
/// MXNet 1.9.1 `one_hot`: `y(i, k) = onValue` if `indices(i)`, its fraction cut off, is k, and
/// `offValue` otherwise. An index that is not from 0 to `depth - 1` gives a vector of `offValue`
/// alone. There is no gradient.
///
/// | | shape |
/// | --- | --- |
/// | `indices` | any |
/// | output | that of the indices `x depth` |
///
/// ```java
/// @Model
/// interface Digits {
///   @Input({})            Symbol digit();                // N
///   @OneHot(depth = 10)   Symbol vector(Symbol digit);   // N x 10
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OneHot {
  /// The length of a vector, at least 1.
  int depth();

  /// The number at the index, by default 1.
  double onValue() default 1;

  /// The number elsewhere, by default 0.
  double offValue() default 0;

  /// The element type of the output; by default it is inferred, [DataType#FLOAT32] if nothing says
  /// otherwise.
  DataType dtype() default DataType.INFERRED;
}
