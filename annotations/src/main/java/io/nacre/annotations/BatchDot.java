package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The products of two stacks of matrices, one by one.
///
/// MXNet 1.9.1 `batch_dot`: for each g, `y(g)` is the matrix product of `lhs(g)` and `rhs(g)`, where g
/// stands for all axes but the last two. They are equal in both operands, which have at least three
/// axes. The gradients are `dlhs(g) = dy(g) * transpose(rhs(g))` and
/// `drhs(g) = transpose(lhs(g)) * dy(g)`.
///
/// | | `lhs` | `rhs` | output |
/// | --- | --- | --- | --- |
/// | default | `g... x m x k` | `g... x k x n` | `g... x m x n` |
/// | `transposeA` | `g... x k x m` | | |
/// | `transposeB` | | `g... x n x k` | |
///
/// ```java
/// @Model
/// interface Attention {
///   @Input({30, 64})               Symbol queries();                            // N x 30 x 64
///   @Input({40, 64})               Symbol keys();                               // N x 40 x 64
///   @BatchDot(transposeB = true)   Symbol scores(Symbol queries, Symbol keys);  // N x 30 x 40
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchDot {
  /// Whether the matrices of `lhs` are transposed before. By default they are not.
  boolean transposeA() default false;

  /// Whether the matrices of `rhs` are transposed before. By default they are not.
  boolean transposeB() default false;
}
