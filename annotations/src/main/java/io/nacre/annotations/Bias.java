package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Hands a node to a layer as its bias.
///
/// It is short for `@As("bias")`. The layer then makes no `<layer>_bias` of its own; the node's
/// shape must be the one that the layer's description gives for its bias, and is inferred from it
/// where it is not written. A layer with `noBias = true` has no such argument.
///
/// ```java
/// @Model
/// interface Named {
///   @Input(100)                   Symbol data();
///   @Parameter                    Symbol offset();              // 128
///   @FullyConnected(units = 128)  Symbol fc1(Symbol data, @Bias Symbol offset);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Bias {}
