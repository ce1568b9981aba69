package io.nacre.annotations;

/// What a border holds: see [Pad].
public enum PadMode {
  /// One number. The gradient is what `dy` has inside the border.
  CONSTANT,

  /// The nearest element of `data`, which gets the sum of the gradients of its copies.
  EDGE,

  /// The elements of `data` from the edge inwards, without the edge itself; the border must be
  /// narrower than `data`. Each element gets the sum of the gradients of its copies.
  REFLECT
}
