package io.nacre.annotations;

/// The axis of [SoftmaxActivation].
public enum SoftmaxMode {
  /// The last axis. The input has at least two axes. With more than two, MXNet 1.9.1 computes a
  /// wrong gradient; Nacre's is right.
  INSTANCE,

  /// Axis 1, the channels, at each position by itself. The input has at least three axes.
  CHANNEL
}
