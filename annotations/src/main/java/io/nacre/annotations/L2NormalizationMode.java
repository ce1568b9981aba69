package io.nacre.annotations;

/// What [L2Normalization] sums over.
public enum L2NormalizationMode {
  /// All axes but the first: each sample by itself. The input has at least one axis.
  INSTANCE,

  /// Axis 1, the channels, at each position by itself. The input has at least three axes.
  CHANNEL,

  /// The axes after the channels: each channel of each sample by itself. The input has at least
  /// three axes.
  SPATIAL
}
