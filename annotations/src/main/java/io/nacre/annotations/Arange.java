package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The numbers from `start` to before `stop`: `start`, `start + step`, `start + 2 step`...
///
/// MXNet 1.9.1 `_arange`. Each number comes `repeat` times, one after the other. The result has one
/// axis, of `repeat` times `(stop - start) / step`, rounded up.
///
/// ```java
/// @Model
/// interface Places {
///   @Input(5)           Symbol data();                         // N x 5
///   @Arange(stop = 5)   Symbol place();                        // 5: 0, 1, 2, 3, 4
///   @Reshape(shape = {1, 5})
///   Symbol row(Symbol place);                                  // 1 x 5
///   @BroadcastPlus      Symbol sum(Symbol data, Symbol row);   // N x 5
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Arange {
  /// The first number, by default 0.
  double start() default 0;

  /// Where the numbers end, not included.
  double stop();

  /// What the next number is larger by, by default 1; not 0. A negative one goes down.
  double step() default 1;

  /// How often each number comes, by default once.
  int repeat() default 1;

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;
}
