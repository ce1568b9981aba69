package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a node as a head: one of the network's results.
///
/// A network with one node that no other node uses has that one as its head and needs no mark.
/// With several, mark each: an unmarked one is reported as a warning, because it is often a
/// forgotten edge. A node that others use can be a head too. It stands beside the annotation that
/// says what the node is. A head that is not a loss takes a head gradient before `backward`.
///
/// ```java
/// @Model
/// interface TwoHeads {
///   @Input(784)                                  Symbol data();
///   @FullyConnected(units = 10)                  Symbol fc(Symbol data);
///   @Output @SoftmaxOutput                       Symbol kind(Symbol fc);
///   @Output @LinearRegressionOutput              Symbol score(Symbol fc);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Output {}
