package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A product that sums over the last axis of one operand and the first of the other.
///
/// MXNet 1.9.1 `dot`: `y(i, j)` is the sum over k of `lhs(i, k) * rhs(k, j)`, where i stands for all
/// axes of `lhs` but its last and j for all axes of `rhs` but its first. The gradients are
/// `dlhs(i, k)`, the sum over j of `dy(i, j) * rhs(k, j)`, and `drhs(k, j)`, the sum over i of
/// `lhs(i, k) * dy(i, j)`.
///
/// | `lhs` | `rhs` | output |
/// | --- | --- | --- |
/// | `m x k` | `k x n` | `m x n`, the product of matrices |
/// | `k` | `k` | `1`, the product of vectors |
/// | `m x k` | `k` | `m` |
/// | `k` | `k x n` | `n` |
/// | `a x b x k` | `k x c x d` | `a x b x c x d`, and so on |
///
/// With `transposeA` the sum is over the first axis of `lhs` instead, and the output has its other
/// axes, in their order; with `transposeB` it is over the last axis of `rhs`. Neither is allowed for
/// two vectors. For products of many matrices, one by one, see [BatchDot].
///
/// ```java
/// @Model
/// interface Similar {
///   @Input(16)                Symbol a();
///   @Variable({50, 16})       Symbol words();
///   @Dot(transposeB = true)   Symbol scores(Symbol a, Symbol words);   // N x 50
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dot {
  /// Whether to sum over the first axis of `lhs` rather than its last, as by default.
  boolean transposeA() default false;

  /// Whether to sum over the last axis of `rhs` rather than its first, as by default.
  boolean transposeB() default false;
}
