package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which argument of the operator a node becomes.
///
/// The names are MXNet's: `data`, `weight`, `bias`, `label`, `lhs`, `rhs`; each layer's
/// description lists its own. [Weight] and [Bias] are short forms. It may stand beside [From].
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @Label                       Symbol digit();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @SoftmaxOutput               Symbol out(Symbol fc, @As("label") Symbol digit);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface As {
  /// The argument's name. It must be one that the operator has, and be given at most once.
  String value();
}
