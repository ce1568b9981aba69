package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The same numbers in another element type.
///
/// MXNet 1.9.1 `Cast`: `y = (dtype) data`. To a float type a number is rounded to the nearest, at a tie
/// to the even one. To a whole number its fraction is cut off; a float that is too large becomes the
/// largest int32 or int64, and NaN becomes 0. From there to a narrower type the lowest bits are kept:
/// 300 becomes 44 as an uint8, and -1 becomes 255.
///
/// The gradient is cast back, as in MXNet: through a whole number it has no fractions either.
///
/// | | shape | type |
/// | --- | --- | --- |
/// | `data` | any | any |
/// | output | that of the data | `value` |
///
/// ```java
/// @Model
/// interface Photos {
///   @Input(value = {3, 32, 32}, dtype = DataType.UINT8)  Symbol image();
///   @Cast(DataType.FLOAT32)                              Symbol pixels(Symbol image);
///   @Conv(filters = 8, kernel = 3)                       Symbol conv1(Symbol pixels);
///   @FullyConnected(units = 10)                          Symbol fc(Symbol conv1);
///   @SoftmaxOutput                                       Symbol out(Symbol fc);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cast {
  /// The type of the output; not [DataType#INFERRED].
  DataType value();
}
