package io.nacre.processor.layer;

/// How the element type of an argument follows from the layer's own, where it need not be the same.
public enum TypeRule {
  /// Any type, whole numbers too. Where nothing says which, it is the layer's; and where nothing says
  /// the layer's, a label that is a float does.
  LABEL,
  /// Any type, whole numbers too. Where nothing says which, it is the layer's; beside float16, which
  /// counts to 2048 only, it is float32.
  INDEX,
  /// Float32 beside float16, which has too few digits for it; else the layer's.
  STATISTIC
}
