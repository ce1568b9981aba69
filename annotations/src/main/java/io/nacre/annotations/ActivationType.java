package io.nacre.annotations;

/// The functions of [Activation].
///
/// They act on each element. The gradient is `dx = dy * y'`.
public enum ActivationType {
  /// `y = max(x, 0)`, with `y' = 1` where `x > 0` and 0 elsewhere, at 0 too. MXNet's `relu`.
  RELU,

  /// `y = 1 / (1 + exp(-x))`, with `y' = y * (1 - y)`. MXNet's `sigmoid`.
  SIGMOID,

  /// `y = tanh(x)`, with `y' = 1 - y * y`. MXNet's `tanh`.
  TANH,

  /// `y = log(1 + exp(x))`, with `y' = 1 / (1 + exp(-x))`. MXNet's `softrelu`.
  SOFTRELU,

  /// `y = x / (1 + |x|)`, with `y' = 1 / (1 + |x|)^2`. MXNet's `softsign`.
  SOFTSIGN
}
