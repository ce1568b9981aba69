package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A trainable parameter, written out.
///
/// Layers make their parameters themselves, named after the layer (`fc1_weight`, `fc1_bias`).
/// Write one to give it a name of its own, to share it between layers, or to use it in arithmetic.
/// Used more than once it is one tensor, and its gradients add up. [Weight], [Bias] and [As] say
/// which argument of a layer it takes.
///
/// ```java
/// @Model
/// interface Tied {
///   @Input(64)                   Symbol data();
///   @Parameter                   Symbol w();                    // 64 x 64, inferred
///   @FullyConnected(units = 64)  Symbol fc1(Symbol data, @Weight Symbol w);
///   @FullyConnected(units = 64)  Symbol fc2(Symbol fc1, @Weight Symbol w);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Parameter {
  /// The whole shape.
  ///
  /// If this is not written at all, the shape is inferred from use. A dimension is at least 1, k
  /// times [Symbol#BATCH] with k at least 1, or 0: that dimension is inferred.
  int[] value() default {};

  /// The element type; by default it is inferred, [DataType#FLOAT32] if nothing says otherwise.
  DataType dtype() default DataType.INFERRED;

  /// What a backward pass does with its gradient; by default it writes it.
  GradReq grad() default GradReq.WRITE;

  /// What optimizers multiply the learning rate by, at least 0; by default 1.
  double lrMult() default 1;

  /// What optimizers multiply the weight decay by, at least 0. If it is not written it is MXNet's
  /// rule: 1 if the name ends in `_weight` or `_gamma`, else 0.
  double wdMult() default 1;

  /// How it gets its first numbers; by default as its name and the initializer given to
  /// `initialize` say.
  Init init() default Init.DEFAULT;

  /// The number of [Init#CONSTANT], the bound of [Init#UNIFORM], or the deviation of [Init#NORMAL].
  double initValue() default Double.NaN;
}
