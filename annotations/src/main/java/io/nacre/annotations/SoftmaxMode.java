package io.nacre.annotations;

/// The axis of [SoftmaxActivation].
public enum SoftmaxMode {
  /// The last axis. The input has at least two axes.
  INSTANCE,

  /// Axis 1, the channels, at each position by itself. The input has at least three axes.
  CHANNEL
}
