package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Hands a node to a layer as its weight.
///
/// It is short for `@As("weight")`. The layer then makes no `<layer>_weight` of its own; the
/// node's shape must be the one that the layer's description gives for its weight, and is inferred
/// from it where it is not written.
///
/// ```java
/// @Model
/// interface Named {
///   @Input(100)                   Symbol data();
///   @Parameter                    Symbol myweight();            // 128 x 100
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data, @Weight Symbol myweight);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Weight {}
