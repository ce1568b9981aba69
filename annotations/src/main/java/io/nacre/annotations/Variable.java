package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A value that the user feeds at every forward, of any shape.
///
/// Unlike [Input] it has no implied batch axis: the shape is written whole, and N is
/// [Symbol#BATCH] where it is wanted. Unlike [Parameter] it is not trained. It corresponds to
/// MXNet's `Variable`.
///
/// ```java
/// @Model
/// interface Product {
///   @Variable({2, 3})  Symbol a();                    // 2 x 3, no batch
///   @Variable          Symbol b();                    // 2 x 3, inferred from c
///   @Times             Symbol c(Symbol a, Symbol b);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Variable {
  /// The whole shape.
  ///
  /// If this is not written at all, the shape is inferred from use. A dimension is at least 1, k
  /// times [Symbol#BATCH] with k at least 1, or 0: that dimension is inferred.
  int[] value() default {};

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;

  /// Whether `backward` also computes the gradient of this variable. By default it does not.
  boolean gradient() default false;
}
