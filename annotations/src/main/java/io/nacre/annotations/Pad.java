package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Puts a border around.
///
/// MXNet 1.9.1 `Pad`. Along each axis so many elements go before and after those of `data`;
/// [PadMode] says what they hold, and where the gradient goes. (MXNet itself pads only images,
/// and neither their batch nor their channels; here any axis may be padded but one that depends
/// on the batch.)
///
/// ```java
/// @Model
/// interface Border {
///   @Input({3, 8, 8})
///   Symbol data();
///
///   @Pad(mode = PadMode.REFLECT, padWidth = {0, 0, 0, 0, 1, 1, 2, 2})
///   Symbol wider(Symbol data);
/// }   // N x 3 x 10 x 12
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Pad {
  /// What the border holds; by default a number.
  PadMode mode() default PadMode.CONSTANT;

  /// How many elements before and after, for each axis in turn; each at least 0.
  int[] padWidth();

  /// The number for [PadMode#CONSTANT]; by default 0.
  double constantValue() default 0;
}
