package io.nacre.annotations;

/// How a [Parameter] gets its first numbers. The rules are the runtime's initializers of these names.
public enum Init {
  /// As the end of its name and the initializer given to `initialize` say.
  DEFAULT,
  /// 0.
  ZERO,
  /// 1.
  ONE,
  /// [Parameter#initValue].
  CONSTANT,
  /// Evenly from `-initValue` to `initValue`, by default 0.07.
  UNIFORM,
  /// Normally around 0 with the standard deviation `initValue`, by default 0.01.
  NORMAL,
  /// As suits the numbers of inputs and outputs (Glorot and Bengio, 2010).
  XAVIER,
  /// As suits rectifiers (He et al., 2015).
  MSRA_PRELU,
  /// An orthogonal matrix (Saxe et al., 2014).
  ORTHOGONAL
}
