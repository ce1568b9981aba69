package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Local response normalization: divides each number by a power of the squares in the channels
/// around it.
///
/// MXNet 1.9.1 `LRN`. At each position, with the window of `nsize` channels around channel c, cut
/// off at the first and the last channel:
///
/// `y(c) = x(c) / (knorm + alpha / nsize * sum over j in the window of x(j)^2)^beta`
///
/// The input `data` is `N x C x H x W`, and the output has the same shape. With b the number in
/// parentheses and `w(j)` the window around j, the gradient is `dx(c) = dy(c) * b(c)^-beta - 2 *
/// alpha * beta / nsize * x(c) * sum over j in w(c) of dy(j) * y(j) / b(j)`. The number b must be
/// positive.
///
/// ```java
/// @Model
/// interface Early {
///   @Input({3, 227, 227})                        Symbol data();
///   @Conv(filters = 96, kernel = 11, stride = 4) Symbol conv1(Symbol data);
///   @Relu                                        Symbol relu1(Symbol conv1);
///   @LRN(nsize = 5)                              Symbol norm1(Symbol relu1);   // N x 96 x 55 x 55
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LRN {
  /// How much the squares count; by default 1e-4. They are averaged over `nsize`.
  double alpha() default 1e-4;

  /// The exponent; by default 0.75.
  double beta() default 0.75;

  /// What is added to the squares; by default 2.
  double knorm() default 2;

  /// How many channels the window has, an odd number.
  int nsize();
}
