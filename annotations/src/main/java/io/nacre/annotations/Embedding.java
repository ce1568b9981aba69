package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Turns numbers of words, or of whatever else, into vectors that are trained.
///
/// MXNet 1.9.1 `Embedding`: `y(i) = weight(data(i))`, a row of the weight for each element of the
/// data. Fractions are cut off; an index below 0 counts as 0, and one from `inputDim` on as
/// `inputDim - 1`. The gradient of a row of the weight is the sum of the `dy(i)` that took it; the
/// data has none.
///
/// | | shape |
/// | --- | --- |
/// | `data` | any, for example `N x T` |
/// | `<layer>_weight` | `inputDim x outputDim` |
/// | output | that of the data `x outputDim` |
///
/// The data may be of any type, such as `dtype = DataType.INT32`; if nothing says which, it has the
/// weight's. Float32 can tell no more than 16777216 rows apart; with more the step fails, and int32
/// helps.
///
/// ```java
/// @Model
/// interface Words {
///   @Input(35)                                    Symbol words();                // N x 35
///   @Embedding(inputDim = 10000, outputDim = 64)  Symbol vectors(Symbol words);  // N x 35 x 64
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedding {
  /// How many different indices there are, at least 1: the size of the vocabulary.
  int inputDim();

  /// The length of a vector, at least 1.
  int outputDim();

  /// The element type of the output and the weight; by default it is inferred, [DataType#FLOAT32] if nothing says
  /// otherwise.
  DataType dtype() default DataType.INFERRED;
}
