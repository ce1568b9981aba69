package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An array that holds one number everywhere.
///
/// MXNet 1.9.1 `_full`.
///
/// ```java
/// @Model
/// interface Shifted {
///   @Input(3)        Symbol data();                              // N x 3
///   @Full(value = {1, 3}, number = 0.5)  Symbol more();          // 1 x 3
///   @BroadcastPlus   Symbol sum(Symbol data, Symbol more);       // N x 3
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Full {
  /// The whole shape.
  ///
  /// If this is not written at all, the shape is inferred from use. A dimension is at least 1, k
  /// times [Symbol#BATCH] with k at least 1, or 0: that dimension is inferred.
  int[] value() default {};

  /// The number.
  double number();

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;
}
