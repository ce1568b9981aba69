package io.nacre.annotations;

/// How [UpSampling] makes elements.
public enum SampleType {
  /// Each element is repeated.
  NEAREST,

  /// By a transposed convolution with a weight of its own.
  BILINEAR
}
