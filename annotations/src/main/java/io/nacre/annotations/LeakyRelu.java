package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Rectifiers that let something of negative numbers through.
///
/// MXNet 1.9.1 `LeakyReLU`; [LeakyReluType] gives the formulas and derivatives. The input `data`
/// has any shape, and the output has the same. With [LeakyReluType#PRELU] the layer makes a
/// parameter where none is given, `<layer>_gamma`, of shape `C` for data `N x C x ...`; `1` fits as
/// well, and is what data of one axis has.
///
/// The short forms are [Elu], [Selu], [Gelu] and [PRelu].
///
/// ```java
/// @Model
/// interface Layer {
///   @Input(784)                                            Symbol data();
///   @FullyConnected(units = 128)                           Symbol fc1(Symbol data);
///   @LeakyRelu(slope = 0.1)                                Symbol a1(Symbol fc1);   // N x 128
///   @LeakyRelu(type = LeakyReluType.ELU, slope = 1)        Symbol a2(Symbol a1);    // N x 128
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyRelu {
  /// Which function.
  LeakyReluType type() default LeakyReluType.LEAKY;

  /// The slope of negative numbers; by default 0.25. Only for [LeakyReluType#LEAKY] and
  /// [LeakyReluType#ELU].
  double slope() default 0.25;

  /// The least random slope; by default 0.125. Only for [LeakyReluType#RRELU].
  double lowerBound() default 0.125;

  /// What random slopes stay below; by default 0.334. Only for [LeakyReluType#RRELU].
  double upperBound() default 0.334;
}
