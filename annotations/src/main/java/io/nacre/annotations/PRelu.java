package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rectifier with a trained slope for negative numbers: `y = x` where `x > 0` and `gamma * x`
/// elsewhere.
///
/// It is short for [LeakyRelu] with [LeakyReluType#PRELU] (MXNet 1.9.1 `LeakyReLU`, `prelu`). The
/// input `data` has any shape, and the output has the same. Where no `gamma` is given, the layer
/// makes the parameter `<layer>_gamma`, with a slope for each place of axis 1: its shape is `C` for
/// data `N x C x ...`. A given one may also be `1`, a single slope for all. By its name it starts
/// at 1 where MXNet lets it start at 0.25.
///
/// The gradients are `dx = dy` where `x > 0` and `dy * gamma` elsewhere, and for gamma the sum of
/// `dy * x` over all `x <= 0` that it counts for.
///
/// ```java
/// @Model
/// interface Layer {
///   @Input({3, 32, 32})              Symbol data();
///   @Parameter(1)                    Symbol slope();
///   @Conv(filters = 16, kernel = 3)  Symbol conv1(Symbol data);
///   @PRelu                           Symbol relu1(Symbol conv1);   // makes relu1_gamma, 16
///   @PRelu                           Symbol relu2(Symbol relu1, @As("gamma") Symbol slope);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PRelu {}
