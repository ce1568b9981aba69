package org.example.layers;

import io.nacre.annotations.LayerType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// `y = x * tanh(ln(1 + e^x))` at every place (Misra, 2019): a smooth relative of `@Relu`.
///
/// ```java
/// @Mish Symbol act(Symbol fc);
/// ```
@LayerType("io.nacre:nacre-sample-layers")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Mish {}
