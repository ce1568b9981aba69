package io.nacre.annotations;

/// The functions of [LeakyRelu].
///
/// They act on each element. The gradient is `dx = dy * y'`, with the `y'` of negative numbers at
/// 0.
public enum LeakyReluType {
  /// `y = x` where `x > 0` and `slope * x` elsewhere, with `y' = 1` and `slope`. MXNet's `leaky`.
  LEAKY,

  /// As [#LEAKY], with a slope that is trained.
  ///
  /// It is the parameter `gamma`, of one number for each place of axis 1, `C`, or a single one,
  /// `1`. The gradient of gamma is the sum of `dy * x` over all `x <= 0` that it counts for.
  /// MXNet's `prelu`.
  PRELU,

  /// `y = x` where `x > 0` and `slope * (exp(x) - 1)` elsewhere, with `y' = 1` and `slope *
  /// exp(x)`. MXNet's `elu`.
  ELU,

  /// `y = lambda * x` where `x > 0` and `lambda * alpha * (exp(x) - 1)` elsewhere, with `y' =
  /// lambda` and `lambda * alpha * exp(x)`. MXNet's `selu`.
  ///
  /// lambda is 1.0507009873554805 and alpha 1.6732632423543772. MXNet 1.9.1 computes a wrong
  /// gradient of negative numbers; Nacre's is right.
  SELU,

  /// `y = x / 2 * (1 + erf(x / sqrt(2)))`, x times the probability that a normal number lies below
  /// it, with `y' = y / x + x * exp(-x^2 / 2) / sqrt(2 * pi)`. MXNet's `gelu`.
  GELU,

  /// As [#LEAKY], in training with another slope for each element in each step: a random one,
  /// evenly from `lowerBound` to `upperBound`. For a prediction it is the mean of the two. MXNet's
  /// `rrelu`.
  RRELU
}
