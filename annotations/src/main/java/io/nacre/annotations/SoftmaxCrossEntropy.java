package io.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The cross entropy of a softmax with labels: a single number for all rows.
///
/// MXNet 1.9.1 `softmax_cross_entropy`: `y = -sum over rows i of log(p(i, label(i)))`, where p is
/// the softmax of each row of scores. The logarithm is not taken of a rounded probability, so that
/// y is right for small ones as well, where MXNet takes 1e-8 for them.
///
/// | | shape |
/// | --- | --- |
/// | `data` | `N x K`, the scores of K classes |
/// | `label` | `N`, classes from 0 to K - 1; a row with another label adds nothing |
/// | output | `1` |
///
/// The gradient is `dx = dy * (p - t)`, where t is 1 for the label's class and 0 for the others.
/// The label has no gradient, and must be an input, since predictions need it too. As a head it
/// takes a head gradient; [MakeLoss] makes it a loss that starts by itself.
///
/// ```java
/// @Model
/// interface Classifier {
///   @Input(784)                  Symbol data();
///   @Input({})                   Symbol digit();
///   @FullyConnected(units = 10)  Symbol fc(Symbol data);
///   @SoftmaxCrossEntropy         Symbol entropy(Symbol fc, Symbol digit);   // 1
///   @MakeLoss                    Symbol loss(Symbol entropy);
/// }
/// ```
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SoftmaxCrossEntropy {}
